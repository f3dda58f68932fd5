using System.Globalization;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Ngrams;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Benchmarks;

/// <summary>
/// Corrected shares against plain counting, where demand has another mix than the held-out texts: MultiDoGO dev, drawn
/// again with its mix shifted on purpose. See docs/performance.md.
/// </summary>
internal static class CorrectedShareMeasurement
{
    public const string Name = "corrected-shares";

    private const int Seeds = 20;
    private const int Drawn = 2_000;

    // A label of fewer dev texts is not drawn: its few texts over and over would be no demand.
    private const int Fewest = 20;

    private static readonly string[] Domains = ["airline", "fastfood", "finance", "software"];

    private sealed record Turn(int Conversation, string Label, string Given);

    /// <param name="args">The folder of MultiDoGO; then domain=folder for each bundle that was trained on that domain's train alone.</param>
    public static void Run(string[] args)
    {
        foreach (var domain in Domains)
        {
            var (heldOut, dev) = ByNgrams(Path.Combine(args[0], domain));
            Report($"{domain}, n-grams, confusion of {heldOut.Count:N0} held-out turns of train", _ => (heldOut, dev));
        }
        foreach (var bundle in args.Skip(1).Select(arg => arg.Split('=', 2)))
        {
            var turns = ByBundle(bundle[1], Path.Combine(args[0], bundle[0]));
            Report($"{bundle[0]}, bundle, confusion of half of dev", seed => Halves(turns, seed));
        }
    }

    private static void Report(string heading, Func<int, (List<Turn> HeldOut, List<Turn> Dev)> split)
    {
        Console.WriteLine();
        Console.WriteLine(heading);
        Console.WriteLine("| mix | plain | corrected | ratio | lowest to highest of seeds | intervals that hold |");
        foreach (var mix in Enum.GetValues<Mix>())
        {
            var runs = Enumerable.Range(1, Seeds).Select(seed =>
            {
                var (heldOut, dev) = split(seed);
                return Shifted(heldOut, dev, mix, new Random(seed));
            }).ToArray();
            var (plain, corrected) = (runs.Average(run => run.Plain), runs.Average(run => run.Corrected));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {mix} | {plain:P2} | {corrected:P2} | {corrected / plain:F2} | {runs.Min(run => run.Corrected / run.Plain):F2} to {runs.Max(run => run.Corrected / run.Plain):F2} | {runs.Average(run => run.Held):P0} |"));
        }
    }

    /// <summary>Mean absolute error over labels, and the share of intervals that hold the truth.</summary>
    private static (double Plain, double Corrected, double Held) Shifted(List<Turn> heldOut, List<Turn> dev, Mix mix, Random random)
    {
        string[] labels = [.. heldOut.Concat(dev).SelectMany(turn => new[] { turn.Label, turn.Given }).Where(label => label.Length > 0).Distinct().Order(StringComparer.Ordinal), ConfusionCounts.None];
        long[][] counts = [.. labels.Select(_ => new long[labels.Length])];
        foreach (var turn in heldOut)
            counts[Array.IndexOf(labels, turn.Label)][Array.IndexOf(labels, turn.Given)]++;

        var texts = dev.GroupBy(turn => turn.Label).Where(label => label.Count() >= Fewest).OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => label.ToArray()).ToArray();
        double[] weights = [.. texts.Select(label => mix switch
        {
            Mix.AsInDev => label.Length,
            Mix.AllAlike => 1,
            Mix.TheRarestMost => 1.0 / label.Length,
            // A uniform draw of all mixes.
            _ => -Math.Log(1 - random.NextDouble()),
        })];
        var drawn = Enumerable.Range(0, Drawn).Select(_ =>
        {
            var left = random.NextDouble() * weights.Sum();
            var own = texts[Math.Min(weights.TakeWhile(weight => (left -= weight) >= 0).Count(), texts.Length - 1)];
            return own[random.Next(own.Length)];
        }).ToArray();

        var truth = drawn.CountBy(turn => turn.Label).ToDictionary(label => label.Key, label => label.Value / (double)Drawn);
        var shares = new ShareCorrection(new(labels, counts)).Estimate(drawn.CountBy(turn => turn.Given).ToDictionary(label => label.Key, label => (long)label.Value))
            .SkipLast(1).Select(share => (Share: share, Truth: truth.GetValueOrDefault(share.Label))).ToArray();
        return (
            shares.Average(label => Math.Abs(label.Share.Plain - label.Truth)),
            shares.Average(label => Math.Abs(label.Share.Corrected - label.Truth)),
            shares.Average(label => label.Share.Low <= label.Truth && label.Truth <= label.Share.High ? 1.0 : 0));
    }

    private static (List<Turn> HeldOut, List<Turn> Dev) ByNgrams(string folder)
    {
        var (train, dev) = (OneLabel(MultiDogo.Read(folder).Rows), OneLabel(MultiDogo.Read(folder, "dev").Rows));
        string[] labels = [.. train.Select(row => row.Row.Labels[0]).Distinct().Order(StringComparer.Ordinal)];
        var (part, heldOut) = (train.Where(row => row.Conversation % 10 < 6).ToList(), train.Where(row => row.Conversation % 10 >= 6).ToList());
        var model = LinearTrainer.Train([.. part.Select(row => new LinearExample(row.Row.Text, Array.IndexOf(labels, row.Row.Labels[0]), row.Row.Context))], labels.Length, new LinearOptions());
        return (Given(heldOut), Given(dev));

        List<Turn> Given(List<(int Conversation, LabelledText Row)> rows) =>
            rows.ConvertAll(row => new Turn(row.Conversation, row.Row.Labels[0], labels[System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(model.Logits(row.Row.Text, row.Row.Context))]));
    }

    private static List<Turn> ByBundle(string bundle, string folder)
    {
        using var classifier = IntentClassifier.Load(bundle);
        var dev = OneLabel(MultiDogo.Read(folder, "dev").Rows);
        return [.. dev.Zip(classifier.Classify([.. dev.Select(row => new Utterance(row.Row.Text, row.Row.Context))]), (row, given) => new Turn(row.Conversation, row.Row.Labels[0], given.Intent ?? ConfusionCounts.None))];
    }

    private static (List<Turn> HeldOut, List<Turn> Dev) Halves(List<Turn> turns, int seed)
    {
        int[] conversations = [.. turns.Select(turn => turn.Conversation).Distinct()];
        new Random(seed).Shuffle(conversations);
        var first = conversations.Take(conversations.Length / 2).ToHashSet();
        return ([.. turns.Where(turn => first.Contains(turn.Conversation))], [.. turns.Where(turn => !first.Contains(turn.Conversation))]);
    }

    // The first turn of a conversation is the one with nothing before it.
    private static List<(int Conversation, LabelledText Row)> OneLabel(IReadOnlyList<LabelledText> rows)
    {
        var conversation = 0;
        return [.. rows.Select(row => (Conversation: row.Context is null ? ++conversation : conversation, row)).Where(row => row.row.Labels.Count == 1)];
    }

    private enum Mix
    {
        AsInDev,
        AllAlike,
        TheRarestMost,
        AnyMix,
    }
}
