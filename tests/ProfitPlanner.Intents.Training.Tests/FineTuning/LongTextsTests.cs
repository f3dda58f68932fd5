using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.FineTuning;

namespace ProfitPlanner.Intents.Training.Tests.FineTuning;

public sealed class LongTextsTests
{
    private const int Start = 2, End = 3, Longest = 12;

    private static readonly Head[] Heads = [new(Head.Intent, HeadKind.OneLabel, ["a", "b"]), new(Head.Personal, HeadKind.TokenLabels, ["O", "name"])];

    // Of one to five words with a context; every third says nothing of its words.
    private static readonly TrainingText[] Batch = [.. Enumerable.Range(0, 30).Select(i => Text(i, 1 + i % 5, isLabelled: i % 3 > 0))];

    [Fact]
    public void Texts_whose_words_have_labels_become_long_ones_and_keep_each_word_with_its_label()
    {
        var random = new Random(1);

        for (var i = 0; i < 50; i++)
        {
            var joined = new LongTexts(1, Longest, Heads).Of(Batch, random);

            Assert.Equal(
                Batch.Where(text => text.Targets[1] is not null).SelectMany(text => Words(text).Take(text.Tokens.Types.Count(type => type == 0) - 2)),
                joined.SelectMany(text => Words(text).Take(text.Tokens.Length - 2)));
            Assert.All(joined, text =>
            {
                Assert.InRange(text.Tokens.Length, 3, Longest);
                Assert.Equal((Start, End), (text.Tokens.Ids[0], text.Tokens.Ids[^1]));
                Assert.DoesNotContain(1, text.Tokens.Types);
                Assert.Null(text.Targets[0]);
                Assert.Equal((HeadLoss.Ignored, HeadLoss.Ignored, text.Tokens.Length), (text.Targets[1]![0], text.Targets[1]![^1], text.Targets[1]!.Length));
            });
            Assert.InRange(joined.Length, 5, 19);
        }
    }

    [Fact]
    public void As_often_as_asked_and_only_where_there_is_something_to_join()
    {
        var random = new Random(1);
        int Times(double share, TrainingText[] batch) => Enumerable.Range(0, 1_000).Count(_ => new LongTexts(share, Longest, Heads).Of(batch, random) != batch);

        Assert.InRange(Times(0.15, Batch), 110, 190);
        Assert.Equal(0, Times(0, Batch));
        Assert.Equal(0, Times(1, Batch[..2]));
        // Where nothing is to be joined, nothing is drawn: what is learnt from such texts stays the same.
        var (one, other) = (new Random(7), new Random(7));
        new LongTexts(0.5, Longest, Heads).Of(Batch[..2], one);
        Assert.Equal(other.Next(), one.Next());
    }

    private static IEnumerable<(int Id, int Label)> Words(TrainingText text) => text.Tokens.Ids.Zip(text.Targets[1]!).Skip(1);

    private static TrainingText Text(int number, int words, bool isLabelled)
    {
        int[] said = [.. Enumerable.Range(0, words).Select(word => 100 + 10 * number + word)];
        int[] ids = [Start, .. said, End, 99, End];
        return new TrainingText(
            new TokenSequence(ids, [.. ids.Select((_, i) => i < words + 2 ? 0 : 1)]),
            [[number % 2], isLabelled ? [HeadLoss.Ignored, .. said.Select(id => id % 2), HeadLoss.Ignored, HeadLoss.Ignored, HeadLoss.Ignored] : null]);
    }
}
