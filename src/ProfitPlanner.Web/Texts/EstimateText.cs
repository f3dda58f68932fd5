using System.Globalization;
using System.Text.RegularExpressions;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Web.Texts;

/// <summary>
/// An uncertain number as it is typed into a field: <c>15% to 25%</c> and <c>10 / 15 / 30</c> (P10, median, P90),
/// <c>beta(20, 80)</c>, <c>normal(100, 10)</c>, <c>triangular(10, 18, 30)</c> …; after an <c>@</c> the number to reckon
/// with where one is needed, should it not be the mean. What is written here reads back as the same estimate.
/// </summary>
internal static partial class EstimateText
{
    private static readonly Dictionary<string, (int Parameters, Func<double[], Distribution> Make)> Named = new()
    {
        ["normal"] = (2, p => new NormalDistribution(p[0], p[1])),
        ["lognormal"] = (2, p => new LognormalDistribution(p[0], p[1])),
        ["beta"] = (2, p => new BetaDistribution(p[0], p[1])),
        ["triangular"] = (3, p => new TriangularDistribution(p[0], p[1], p[2])),
        ["pert"] = (3, p => new PertDistribution(p[0], p[1], p[2])),
        ["uniform"] = (2, p => new UniformDistribution(p[0], p[1])),
        ["quantiles"] = (3, p => new QuantilesDistribution(p[0], p[1], p[2])),
    };

    public static string Write(Estimate estimate, bool isShare)
    {
        string Number(decimal value) => isShare ? Format.ShareField(value) : Format.Field(value);
        if (estimate.Distribution is not { } distribution)
            return Number(estimate.Value);
        var isMean = estimate.Value == new Estimate(distribution).Value;
        return Words(distribution, isShare) + (isMean ? "" : $" @ {Number(estimate.Value)}");
    }

    /// <returns>Whether the text is a number or a distribution with parameters that it can have.</returns>
    public static bool TryRead(string? text, bool isShare, out Estimate estimate)
    {
        if (TryReadNumber(text, isShare, out var known))
        {
            estimate = known;
            return true;
        }

        estimate = default;
        var parts = (text ?? "").Split('@');
        if (parts.Length > 2 || Distribution(parts[0], isShare) is not { } distribution || distribution.Problems().Count > 0)
            return false;
        if (parts.Length == 1)
            estimate = new Estimate(distribution);
        else if (TryReadNumber(parts[1], isShare, out var value))
            estimate = new Estimate(value, distribution);
        else
            return false;
        return true;
    }

    private static Distribution? Distribution(string text, bool isShare)
    {
        if (NamedShape().Match(text) is { Success: true } named)
            return OfName(named.Groups["name"].Value.ToLowerInvariant(), named.Groups["parameters"].Value.Split([',', ';', '，', '；']), isShare);
        if (Between().Split(text) is { Length: 2 } ends && Parameters(ends, isShare) is [var low, var high])
            return QuantilesDistribution.Between(low, high);
        return text.Split('/') is { Length: 3 } points && Parameters(points, isShare) is [var p10, var p50, var p90]
            ? new QuantilesDistribution(p10, p50, p90)
            : null;
    }

    private static Distribution? OfName(string name, string[] texts, bool isShare)
    {
        // The parameters of a share's beta and log-normal are no shares themselves.
        var areShares = isShare && name is not ("beta" or "lognormal");
        if (Parameters(texts, areShares) is not { } parameters)
            return null;
        if (name == "sample")
            return new EmpiricalDistribution(parameters);
        return Named.TryGetValue(name, out var known) && known.Parameters == parameters.Length ? known.Make(parameters) : null;
    }

    // Of "15 to 25%" the percent sign is meant for both.
    private static double[]? Parameters(string[] texts, bool areShares)
    {
        var percent = texts[^1].TrimEnd().EndsWith('%');
        var numbers = new double[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = percent && !texts[i].Contains('%', StringComparison.Ordinal) ? texts[i] + "%" : texts[i];
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain) && !(areShares && plain > 1))
                numbers[i] = plain;
            else if (TryReadNumber(text, areShares, out var number))
                numbers[i] = (double)number;
            else
                return null;
        }
        return numbers;
    }

    private static bool TryReadNumber(string? text, bool isShare, out decimal number) =>
        isShare ? NumberReader.TryReadShare(text, out number) : NumberReader.TryRead(text, out number);

    private static string Words(Distribution distribution, bool isShare)
    {
        string All(params IReadOnlyList<double> numbers) => Joined(", ", isShare, numbers);
        return distribution switch
        {
            QuantilesDistribution q when q == QuantilesDistribution.Between(q.P10, q.P90) => Joined(" to ", isShare, q.P10, q.P90),
            QuantilesDistribution q => Joined(" / ", isShare, q.P10, q.P50, q.P90),
            NormalDistribution d => $"normal({All(d.Mean, d.Sd)})",
            LognormalDistribution d => $"lognormal({Joined(", ", false, d.Mu, d.Sigma)})",
            BetaDistribution d => $"beta({Joined(", ", false, d.Alpha, d.Beta)})",
            TriangularDistribution d => $"triangular({All(d.Low, d.Mode, d.High)})",
            PertDistribution d => $"pert({All(d.Low, d.Mode, d.High)})",
            UniformDistribution d => $"uniform({All(d.Low, d.High)})",
            EmpiricalDistribution d => $"sample({All(d.Values)})",
            _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "A distribution without words."),
        };
    }

    // As people write them where that loses nothing, else all with all their digits: a percent sign would be taken for
    // that of the others too.
    private static string Joined(string separator, bool isShare, params IReadOnlyList<double> numbers)
    {
        var texts = numbers.Select(number => AsTyped(number, isShare)).OfType<string>().ToList();
        return string.Join(separator, texts.Count == numbers.Count ? texts : numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
    }

    private static string? AsTyped(double number, bool isShare)
    {
        if (Math.Abs(number) is not (0 or (> 1e-12 and < 1e15)))
            return null;
        var text = isShare ? Format.ShareField((decimal)number) : Format.Field((decimal)number);
        return Parameters([text], isShare) is [var same] && same.Equals(number) ? text : null;
    }

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z]+)\s*[(（](?<parameters>[^()（）]+)[)）]\s*$")]
    private static partial Regex NamedShape();

    // A hyphen could be a sign; "to" in both languages, the en dash and the tilde could not.
    [GeneratedRegex(@"\s*(?:\bto\b|–|—|~|～|至|到)\s*")]
    private static partial Regex Between();
}
