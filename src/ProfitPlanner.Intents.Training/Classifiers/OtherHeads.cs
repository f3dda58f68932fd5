using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>What is read off an encoder's pass beside the intent: sentiment, and personal data, where texts say it.</summary>
internal static class OtherHeads
{
    private const string Detail = "detail";

    /// <summary>The heads that texts can teach.</summary>
    public static IEnumerable<Head> Of(IReadOnlyList<LabelledText> rows)
    {
        string[] sentiments = Labels(rows.Select(row => row.Sentiment));
        if (sentiments.Length > 1)
            yield return new Head(Head.Sentiment, HeadKind.OneLabel, sentiments);
        string[] tags = Labels(rows.SelectMany(row => row.WordTags ?? []).Where(tag => tag != Head.NoTag));
        if (tags.Length > 0)
            yield return new Head(Head.Personal, HeadKind.TokenLabels, [Head.NoTag, .. tags]);
    }

    /// <summary>The head that is there for the encoder's sake, and not kept: finer labels; null where texts have none.</summary>
    public static Head? OfDetail(IReadOnlyList<LabelledText> rows)
    {
        string[] details = Labels(rows.Select(row => row.Detail));
        return details.Length > 1 ? new Head(Detail, HeadKind.OneLabel, details) : null;
    }

    /// <summary>What a text says of a head: see <see cref="FineTuning.TrainingText.Targets"/>.</summary>
    /// <param name="head">One of these.</param>
    /// <param name="row">The text.</param>
    /// <param name="length">Of its tokens.</param>
    /// <param name="firstPieces">Where each of its words begins among them.</param>
    public static int[]? Target(Head head, LabelledText row, int length, int[] firstPieces)
    {
        if (head.Kind != HeadKind.TokenLabels)
            return (head.Name == Detail ? row.Detail : row.Sentiment) is { } label ? [head.IndexOf(label)] : null;
        if (row.WordTags is null)
            return null;
        var target = new int[length];
        Array.Fill(target, -1);
        foreach (var (piece, tag) in firstPieces.Zip(row.WordTags).Where(word => word.First >= 0))
            target[piece] = head.IndexOf(tag);
        return target;
    }

    /// <summary>How well a head finds its labels, in texts or in the words that were read; null where no text says anything of it.</summary>
    /// <param name="head">One of these.</param>
    /// <param name="scores">[rows].</param>
    /// <param name="rows">Labelled texts. A label that the head does not know is left out.</param>
    public static ClassificationReport? Report(Head head, IReadOnlyList<TextScores> scores, IReadOnlyList<LabelledText> rows)
    {
        var (truth, probabilities) = (new List<int>(), new List<float[]>());
        foreach (var (score, row) in scores.Zip(rows))
        {
            var logits = score.Others[head.Name].Chunk(head.Labels.Count);
            if (head.Kind != HeadKind.TokenLabels)
                Add(row.Sentiment, logits.First());
            else if (row.WordTags is { } tags)
                foreach (var (tag, own) in Tags(row, tags, score).Zip(logits))
                    Add(tag, own);
        }
        return truth.Count == 0 ? null : ClassificationReport.Of(truth, probabilities, head.Labels);

        void Add(string? label, float[] logits)
        {
            if (label is null || head.IndexOf(label) is not (>= 0 and var number))
                return;
            truth.Add(number);
            probabilities.Add(Logits.Softmax(logits));
        }
    }

    private static string[] Labels(IEnumerable<string?> given) => [.. given.OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    // Of the words that were read.
    private static IEnumerable<string> Tags(LabelledText row, IReadOnlyList<string> tags, TextScores score)
    {
        var read = score.Words.Select(word => word.Start).ToHashSet();
        return TextWord.Of(row.Text).Zip(tags).Where(word => read.Contains(word.First.Start)).Select(word => word.Second);
    }
}
