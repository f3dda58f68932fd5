using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Training.Classifiers;

namespace ProfitPlanner.Intents.Training.Tests.Classifiers;

public sealed class BlendChoiceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_part_that_is_right_on_every_held_out_text_is_not_outweighed_by_one_that_guesses(int seed)
    {
        var random = new Random(seed);
        int[][] truth = [.. Enumerable.Range(0, 24).Select(row => new[] { row % 3 })];
        var scores = Scores(1);

        var blend = BlendChoice.Of(HeadKind.OneLabel, scores, truth);

        // Trained once more on all texts, the guessing part is a little surer of its guesses.
        Assert.All(Scores(2).Zip(truth), row => Assert.InRange(blend.Probabilities(HeadKind.OneLabel, row.First)[row.Second[0]], 0.5f, 1));
        // No held-out text is wrong, and there are few of them.
        Assert.All(scores.Zip(truth), row => Assert.InRange(blend.Probabilities(HeadKind.OneLabel, row.First)[row.Second[0]], 0.9f, 0.995f));

        TextScores[] Scores(float sure) => [.. truth.Select(labels => ScoresOf(
            [.. Enumerable.Range(0, 3).Select(_ => sure * (random.NextSingle() - 0.5f))], [.. Enumerable.Range(0, 3).Select(label => label == labels[0] ? 4f : 0f)]))];
    }

    [Theory]
    [InlineData(BlendMean.Arithmetic)]
    [InlineData(BlendMean.Geometric)]
    public void The_mean_is_taken_by_which_held_out_texts_got_their_labels(BlendMean mean)
    {
        var random = new Random(1);
        var right = new Blend(0.5, 1, 1, 1, mean);
        TextScores[] scores = [.. Enumerable.Range(0, 2_000).Select(_ => ScoresOf(Logits(), Logits()))];
        int[][] truth = [.. scores.Select(row => new[] { Drawn(right.Probabilities(HeadKind.OneLabel, row)) })];

        Assert.Equal(mean, BlendChoice.Of(HeadKind.OneLabel, scores, truth).Mean);

        float[] Logits() => [.. Enumerable.Range(0, 3).Select(_ => 6 * (random.NextSingle() - 0.5f))];

        int Drawn(float[] probabilities)
        {
            var chance = random.NextDouble();
            return Enumerable.Range(0, 2).FirstOrDefault(label => (chance -= probabilities[label]) < 0, 2);
        }
    }

    private static TextScores ScoresOf(float[] encoder, float[] linear) => new([encoder], linear, null, [], new Dictionary<string, float[]>(), []);
}
