using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Segments as multinomials: each customer belongs to one, and asks for intents by its shares.</summary>
/// <param name="Weights">Share of customers in each segment.</param>
/// <param name="Shares">[segments][intents].</param>
/// <param name="LogLikelihood">Of all customers, but for what depends on no segment.</param>
internal sealed record MultinomialMixture(IReadOnlyList<double> Weights, IReadOnlyList<IReadOnlyList<double>> Shares, double LogLikelihood)
{
    private const int Steps = 300;
    private const double Settled = 1e-7;

    // So many further requests, spread as all requests are: a segment may then meet what it has not met yet.
    private const double Smoothing = 1;

    /// <summary>−2 ln likelihood + free parameters · ln customers.</summary>
    public double Bic(MixRows rows)
    {
        var used = rows.Distinct.SelectMany(row => row.Places).Distinct().Count();
        return -2 * LogLikelihood + (Weights.Count - 1 + Weights.Count * (used - 1)) * Math.Log(rows.Customers);
    }

    public MultinomialMixture LargestFirst()
    {
        int[] order = [.. Enumerable.Range(0, Weights.Count).OrderByDescending(segment => Weights[segment])];
        return this with { Weights = [.. order.Select(segment => Weights[segment])], Shares = [.. order.Select(segment => Shares[segment])] };
    }

    /// <summary>The likeliest segment of each row.</summary>
    public int[] SegmentOf(MixRows rows)
    {
        var (weights, shares) = (Logarithms(Weights), Shares.Select(own => Logarithms(own)).ToArray());
        return [.. rows.Distinct.Select(row => Enumerable.Range(0, Weights.Count).MaxBy(segment => Of(row, weights[segment], shares[segment])))];
    }

    public static MultinomialMixture Fit(MixRows rows, int segments, ulong seed, ulong beginning)
    {
        var overall = Overall(rows);
        var belongs = Begin(rows, segments, CounterRandom.Key(seed, (ulong)segments * 1000 + beginning));
        var (fit, before) = (new MultinomialMixture([], [], double.NegativeInfinity), double.NegativeInfinity);
        for (var step = 0; step < Steps; step++)
        {
            fit = Maximise(rows, belongs, overall);
            fit = fit with { LogLikelihood = Expect(rows, fit, belongs) };
            if (fit.LogLikelihood - before < Settled * Math.Abs(fit.LogLikelihood))
                break;
            before = fit.LogLikelihood;
        }
        return fit;
    }

    private static double[] Overall(MixRows rows)
    {
        var overall = new double[rows.Intents];
        foreach (var row in rows.Distinct)
            for (var i = 0; i < row.Places.Length; i++)
                overall[row.Places[i]] += (double)row.Counts[i] * row.Customers;
        var sum = overall.Sum();
        return [.. overall.Select(count => count / sum)];
    }

    // Some customers, far from each other (k-means++), are the first segments, and draw those that share their intents.
    private static double[][] Begin(MixRows rows, int segments, ulong key)
    {
        var nearest = Enumerable.Repeat(1.0, rows.Distinct.Count).ToArray();
        var centres = new List<int>();
        for (var segment = 0; segment < segments; segment++)
        {
            double[] weights = [.. nearest.Select((distance, row) => distance * rows.Distinct[row].Customers)];
            centres.Add(Pick(weights, (CounterRandom.At(key, (ulong)segment) >> 11) * (1.0 / (1UL << 53))));
            for (var row = 0; row < nearest.Length; row++)
                nearest[row] = Math.Min(nearest[row], 1 - Cosine(rows.Distinct[row], rows.Distinct[centres[^1]]));
        }
        return
        [
            .. rows.Distinct.Select(row =>
            {
                double[] near = [.. centres.Select(centre => Math.Exp(4 * Cosine(row, rows.Distinct[centre])))];
                var sum = near.Sum();
                return near.Select(value => value / sum).ToArray();
            }),
        ];
    }

    private static int Pick(double[] weights, double uniform)
    {
        var left = uniform * weights.Sum();
        for (var row = 0; row < weights.Length; row++)
        {
            left -= weights[row];
            if (left < 0)
                return row;
        }
        return weights.Length - 1;
    }

    private static double Cosine(MixRows.Row a, MixRows.Row b)
    {
        double dot = 0;
        for (var i = 0; i < a.Places.Length; i++)
            if (Array.BinarySearch(b.Places, a.Places[i]) is >= 0 and var j)
                dot += (double)a.Counts[i] * b.Counts[j];
        return dot / (Length(a) * Length(b));
    }

    private static double Length(MixRows.Row row) => Math.Sqrt(row.Counts.Sum(count => (double)count * count));

    private static MultinomialMixture Maximise(MixRows rows, double[][] belongs, double[] overall)
    {
        var segments = belongs[0].Length;
        var weights = new double[segments];
        double[][] shares = [.. Enumerable.Range(0, segments).Select(_ => overall.Select(share => Smoothing * share).ToArray())];
        for (var number = 0; number < belongs.Length; number++)
        {
            var row = rows.Distinct[number];
            for (var segment = 0; segment < segments; segment++)
            {
                var customers = belongs[number][segment] * row.Customers;
                weights[segment] += customers / rows.Customers;
                for (var i = 0; i < row.Places.Length; i++)
                    shares[segment][row.Places[i]] += customers * row.Counts[i];
            }
        }
        foreach (var own in shares)
        {
            var sum = own.Sum();
            for (var intent = 0; intent < own.Length; intent++)
                own[intent] /= sum;
        }
        return new(weights, shares, 0);
    }

    private static double Expect(MixRows rows, MultinomialMixture fit, double[][] belongs)
    {
        var (weights, shares) = (Logarithms(fit.Weights), fit.Shares.Select(own => Logarithms(own)).ToArray());
        var all = 0.0;
        for (var number = 0; number < belongs.Length; number++)
        {
            var (row, own) = (rows.Distinct[number], belongs[number]);
            for (var segment = 0; segment < own.Length; segment++)
                own[segment] = Of(row, weights[segment], shares[segment]);
            var most = own.Max();
            var sum = own.Sum(value => Math.Exp(value - most));
            for (var segment = 0; segment < own.Length; segment++)
                own[segment] = Math.Exp(own[segment] - most) / sum;
            all += row.Customers * (most + Math.Log(sum));
        }
        return all;
    }

    private static double[] Logarithms(IReadOnlyList<double> values) => [.. values.Select(value => Math.Log(value))];

    private static double Of(MixRows.Row row, double weight, double[] shares)
    {
        var sum = weight;
        for (var i = 0; i < row.Places.Length; i++)
            sum += row.Counts[i] * shares[row.Places[i]];
        return sum;
    }
}
