using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>
/// Puts texts whose words have labels one after the other now and then: turns to learn from are short, those to be read may be long,
/// and what a word is must not hang on how far into a turn it stands.
/// </summary>
/// <param name="share">Of batches, in [0, 1].</param>
/// <param name="longest">Tokens of the longest text, special ones included.</param>
/// <param name="heads">In the order of the texts' targets.</param>
internal sealed class LongTexts(double share, int longest, IReadOnlyList<Head> heads)
{
    private readonly int[] _places = [.. heads.Index().Where(head => head.Item.Kind == HeadKind.TokenLabels).Select(head => head.Index)];

    /// <summary>The batch; or, as often as asked, those of its texts whose words have labels, as long texts without context, which say nothing of other heads.</summary>
    public TrainingText[] Of(TrainingText[] batch, Random random)
    {
        TrainingText[] labelled = [.. batch.Where(text => _places.Any(place => text.Targets[place] is not null))];
        if (labelled.Length < 2 || random.NextDouble() >= share)
            return batch;
        var joined = new List<TrainingText>();
        for (var from = 0; from < labelled.Length;)
        {
            // Of every length between one text and the longest.
            var room = random.Next(longest) + 1;
            var (to, length) = (from + 1, Length(labelled[from]));
            // Each counts with its special tokens, which only the first keeps: a little less than the room is taken.
            while (to < labelled.Length && length + Length(labelled[to]) <= room)
                length += Length(labelled[to++]);
            joined.Add(Joined(labelled[from..to]));
            from = to;
        }
        return [.. joined];
    }

    private TrainingText Joined(TrainingText[] texts)
    {
        int[] Whole(Func<TrainingText, int[]> part, int start, int end) => [start, .. texts.SelectMany(text => part(text)[Said(text)]), end];
        var tokens = texts[0].Tokens;
        var ids = Whole(text => text.Tokens.Ids, tokens.Ids[0], tokens.Ids[Said(texts[0]).End]);
        return new TrainingText(
            new TokenSequence(ids, new int[ids.Length]),
            [.. heads.Select((_, i) => _places.Contains(i)
                ? Whole(text => text.Targets[i] ?? [.. Enumerable.Repeat(HeadLoss.Ignored, text.Tokens.Length)], HeadLoss.Ignored, HeadLoss.Ignored)
                : null)]);
    }

    // Between [CLS] and the first [SEP].
    private static Range Said(TrainingText text) => 1..(Length(text) - 1);

    private static int Length(TrainingText text) => text.Tokens.Types.Count(type => type == 0);
}
