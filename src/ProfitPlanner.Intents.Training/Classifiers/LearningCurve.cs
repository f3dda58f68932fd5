using System.Numerics.Tensors;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Ngrams;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>
/// How good the linear model alone gets from a part of the texts. It takes seconds where encoders take hours, and says
/// whether more texts would help; the whole classifier is a little better at each point.
/// </summary>
public static class LearningCurve
{
    // A part is drawn anew so often: which texts it holds is chance.
    private const int Draws = 3;

    private static readonly double[] Shares = [0.25, 0.5, 0.75, 1];

    /// <param name="Share">Of the texts of each label, at least one.</param>
    /// <param name="Texts">As many they were.</param>
    /// <param name="Accuracy">Share of the held-out texts given their label, on average over draws; a label without a text to learn from is never right.</param>
    public sealed record Point(double Share, int Texts, double Accuracy);

    /// <param name="train">To learn from; rows out of scope are not looked at.</param>
    /// <param name="held">To measure by; rows out of scope are not looked at.</param>
    /// <param name="seed">Decides which texts a part holds.</param>
    /// <param name="cancellationToken">Stops between two labels.</param>
    /// <exception cref="InvalidDataException">There are not two labels, or nothing to measure by: a sentence.</exception>
    public static IReadOnlyList<Point> Of(IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText> held, int seed, CancellationToken cancellationToken = default)
    {
        LabelledText[] texts = [.. train.Where(row => !row.IsOutOfScope)];
        LabelledText[] asked = [.. held.Where(row => !row.IsOutOfScope)];
        string[] labels = [.. texts.Select(row => row.Labels[0]).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length < 2)
            throw new InvalidDataException("There must be texts of two labels at least.");
        if (asked.Length == 0)
            throw new InvalidDataException("No held-out text has a label.");

        return [.. Shares.Select(share =>
        {
            var draws = share == 1 ? 1 : Draws;
            LabelledText[][] parts = [.. Enumerable.Range(0, draws).Select(draw => Part(texts, share, new Random(seed + draw)))];
            return new Point(share, parts[0].Length, parts.Average(part => Accuracy(part, asked, labels, seed, cancellationToken)));
        })];
    }

    private static LabelledText[] Part(LabelledText[] texts, double share, Random random) =>
    [
        .. texts.GroupBy(row => row.Labels[0]).OrderBy(label => label.Key, StringComparer.Ordinal).SelectMany(label =>
        {
            LabelledText[] own = [.. label];
            random.Shuffle(own);
            return own.Take((int)Math.Ceiling(share * own.Length));
        }),
    ];

    private static double Accuracy(LabelledText[] part, LabelledText[] asked, string[] labels, int seed, CancellationToken cancellationToken)
    {
        var model = LinearTrainer.Train(
            [.. part.Select(row => new LinearExample(row.Text, Array.IndexOf(labels, row.Labels[0]), row.Context))],
            labels.Length, new LinearOptions { Seed = seed, Ngrams = new() { Least = 1 } }, cancellationToken);
        return (double)asked.Count(row => labels[TensorPrimitives.IndexOfMax<float>(model.Logits(row.Text, row.Context))] == row.Labels[0]) / asked.Length;
    }
}
