using System.Text.Json;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tests.Bundles;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Classification;

public sealed class IntentClassifierTests
{
    private static readonly Utterance[] Texts = [.. Enumerable.Range(0, 150).Select(i => new Utterance(
        string.Join(' ', Enumerable.Repeat(RandomBundle.Texts[i % 6], 1 + i % 5)) + (i % 7 == 0 ? " refund" : ""), i % 3 == 0 ? "where is my card" : null))];

    [Fact]
    public void Texts_keep_their_order_whatever_their_length()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create(none: new NoneRule(NoneScore.Distance, 0.5)));

        var together = classifier.Classify(Texts, TestContext.Current.CancellationToken);

        Assert.Equal(Texts.Length, together.Count);
        Assert.All(Texts.Zip(together), pair =>
        {
            var alone = classifier.Classify(pair.First.Text, pair.First.Context);
            Assert.Equal(alone.Intents, pair.Second.Intents);
            Assert.Equal(alone.Tags.Select(tag => (tag.Word, tag.Label)), pair.Second.Tags.Select(tag => (tag.Word, tag.Label)));
            Assert.Equal(alone.Confidence, pair.Second.Confidence, 1e-5);
            Assert.Equal(alone.NoneScore!.Value, pair.Second.NoneScore!.Value, 1e-5);
        });
    }

    [Fact]
    public void Nothing_and_a_book_are_texts_too()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());
        string[] texts = ["", " \t\n", new('x', 10_000), string.Join(' ', Enumerable.Repeat("card", 2_000)), "\ud83d\u0000\uffff"];

        Assert.Empty(classifier.Classify([], TestContext.Current.CancellationToken));
        Assert.All(texts, text => Assert.All(classifier.Classify(text, text).Ranked, label => Assert.InRange(label.Probability, 0, 1)));
        // What is cut is not read.
        Assert.Equal(18, classifier.Score([new(texts[3])], TestContext.Current.CancellationToken)[0].Words.Count);
        Assert.Empty(classifier.Classify("").Tags);
    }

    [Fact]
    public void A_text_has_a_direction_of_length_one_that_does_not_hang_on_its_neighbours()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());

        var together = classifier.Score(Texts, TestContext.Current.CancellationToken);

        Assert.All(Texts.Take(20).Zip(together), pair =>
        {
            var alone = classifier.Score([pair.First], TestContext.Current.CancellationToken)[0].Direction;
            Assert.Equal(1, Math.Sqrt(alone.Sum(x => x * x)), 1e-5);
            Assert.All(alone.Zip(pair.Second.Direction), x => Assert.Equal(x.First, x.Second, 1e-4));
        });
        Assert.NotEqual(together[0].Direction, together[2].Direction);
    }

    [Fact]
    public void Several_threads_share_a_classifier()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());
        string[] expected = [.. RandomBundle.Texts.Select(text => JsonSerializer.Serialize(classifier.Classify(text)))];

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, i =>
            Assert.Equal(expected[i % 6], JsonSerializer.Serialize(classifier.Classify(RandomBundle.Texts[i % 6]))));
    }

    [Fact]
    public void Several_encoders_and_the_linear_model_are_blended()
    {
        var bundle = RandomBundle.Create(encoders: 3);
        using var classifier = new IntentClassifier(bundle);

        var scores = classifier.Score([new("refund my order", "my card")], TestContext.Current.CancellationToken)[0];

        Assert.Equal(bundle.Linear!.Logits("refund my order", "my card"), scores.Linear);
        Assert.All(Enumerable.Range(0, 3), i =>
        {
            using var alone = new IntentClassifier(bundle with { Encoders = [bundle.Encoders[i]], Centroids = [bundle.Centroids[i]] });
            var own = alone.Score([new("refund my order", "my card")], TestContext.Current.CancellationToken)[0];
            Assert.Equal(own.Encoders[0], scores.Encoders[i]);
        });
        var blend = bundle.Manifest.Blend;
        var expected = blend.Probabilities(HeadKind.OneLabel, blend.Logits(HeadKind.OneLabel, scores.Encoders, scores.Linear));
        var prediction = classifier.Predict(scores);
        Assert.Equal(expected.OrderDescending().Select(p => (double)p), prediction.Ranked.Select(label => label.Probability));
        Assert.Equal((prediction.Ranked[0].Label, prediction.Ranked[0].Probability), (prediction.Intent, prediction.Confidence));
        Assert.Equal(3, Enumerable.Range(0, 3).Select(i => scores.Encoders[i][0]).Distinct().Count());
    }

    [Fact]
    public void The_distance_is_the_mean_over_encoders()
    {
        var bundle = RandomBundle.Create();
        using var classifier = new IntentClassifier(bundle);

        var distance = classifier.Score([new("refund")], TestContext.Current.CancellationToken)[0].Distance!.Value;

        Assert.Equal(Enumerable.Range(0, 2).Average(i =>
        {
            using var alone = new IntentClassifier(bundle with { Encoders = [bundle.Encoders[i]], Centroids = [bundle.Centroids[i]] });
            return alone.Score([new("refund")], TestContext.Current.CancellationToken)[0].Distance!.Value;
        }), distance, 1e-9);
    }

    [Theory]
    [InlineData(NoneScore.Probability, 0.9, 0.6, true)]
    [InlineData(NoneScore.Probability, 0.5, 0.6, false)]
    [InlineData(NoneScore.Margin, 0.5, 0.3, true)]
    [InlineData(NoneScore.Margin, 0.2, 0.3, false)]
    [InlineData(NoneScore.Energy, -3.0, -2.0, true)]
    [InlineData(NoneScore.Energy, -1.0, -2.0, false)]
    [InlineData(NoneScore.BlendEnergy, -1.5, -1.3391278, true)]
    [InlineData(NoneScore.BlendEnergy, -1.2, -1.3391278, false)]
    [InlineData(NoneScore.Distance, 0.5, 0.7, true)]
    [InlineData(NoneScore.Distance, 0.8, 0.7, false)]
    public void None_of_these_is_said_by_the_rule(NoneScore score, double threshold, double value, bool isNone)
    {
        var bundle = RandomBundle.Create(none: new NoneRule(score, threshold));
        using var classifier = new IntentClassifier(bundle with { Manifest = bundle.Manifest with { Blend = new Blend(0, 1, 1, 1) } });

        // Probabilities 0.6, 0.3 and 0.1, an energy of −2, and of the logits less their mean one of the mean logarithm.
        var prediction = classifier.Predict(Scores([.. ((double[])[0.6, 0.3, 0.1]).Select(p => (float)Math.Log(p) + 2)], 0.7));

        Assert.Equal(value, prediction.NoneScore!.Value, 1e-5);
        Assert.Equal(isNone ? [] : ["refund"], prediction.Intents);
        Assert.Equal(isNone ? null : "refund", prediction.Intent);
        Assert.Equal(0.6, prediction.Confidence, 1e-5);
    }

    [Fact]
    public void Where_the_distance_is_not_known_none_is_never_said()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create(none: new NoneRule(NoneScore.Distance, -1), centroids: false));

        Assert.Null(classifier.Classify("card").NoneScore);
        Assert.Single(classifier.Classify("card").Intents);
    }

    [Fact]
    public void Any_labels_are_given_as_far_as_they_are_likely()
    {
        var bundle = RandomBundle.Create(HeadKind.AnyLabels);
        using var classifier = new IntentClassifier(bundle with { Manifest = bundle.Manifest with { Blend = new Blend(0, 1, 1, 1) } });

        Assert.Equal(["price", "refund"], classifier.Predict(Scores([1, -1, 2], null)).Intents);
        Assert.Equal(["delivery"], classifier.Predict(Scores([-1, 0.001f, -2], null)).Intents);
        Assert.Empty(classifier.Predict(Scores([-1, -1, -2], null)).Intents);
    }

    [Fact]
    public void Other_heads_are_read_off_the_first_encoder()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());

        var prediction = classifier.Classify("where is my order");
        var scores = classifier.Score([new("where is my order")], TestContext.Current.CancellationToken)[0];

        var sentiment = Logits.Softmax(scores.Others["sentiment"]);
        Assert.Equal(new LabelProbability(sentiment[0] > sentiment[1] ? "angry" : "pleased", sentiment.Max()), prediction.Sentiment);
        Assert.Equal(["where", "is", "my", "order"], scores.Words.Select(word => word.In("where is my order")));
        Assert.Equal(scores.Words.Zip(scores.Others["personal"].Chunk(2)).Where(word => word.Second[1] > word.Second[0]).Select(word => word.First), prediction.Tags.Select(tag => tag.Word));
        Assert.All(prediction.Tags, tag => Assert.Equal("name", tag.Label));
    }

    [Fact]
    public void Any_engine_runs_the_encoders_and_goes_with_the_classifier()
    {
        var engines = new List<Constant>();
        using (var classifier = new IntentClassifier(RandomBundle.Create(linear: false), model =>
        {
            engines.Add(new Constant(model));
            return engines[^1];
        }))
            Assert.Equal("delivery", classifier.Classify("card").Intent);

        Assert.Equal(2, engines.Count);
        Assert.All(engines, engine => Assert.True(engine.IsDisposed));
    }

    [Fact]
    public void A_cancelled_call_ends()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());

        Assert.Throws<OperationCanceledException>(() => classifier.Classify(Texts, new CancellationToken(canceled: true)));
    }

    private static TextScores Scores(float[] logits, double? distance) =>
        new([logits], [], distance, [new TextWord(0, 4)], new Dictionary<string, float[]> { ["sentiment"] = [0, 1], ["personal"] = [0, 1] }, []);

    private sealed class Constant(BertModel model) : IBertEngine
    {
        public string Name => "constant";

        public bool IsDisposed { get; private set; }

        public EncoderOutput Run(TokenBatch batch) => new(
            new float[batch.Rows * model.Config.HiddenSize],
            model.Heads.ToDictionary(head => head.Name, head => head.Name == Head.Intent
                ? [.. Enumerable.Repeat((float[])[0, 1, 0], batch.Rows).SelectMany(row => row)]
                : new float[batch.Rows * batch.Length * head.Labels.Count]));

        public void Dispose() => IsDisposed = true;
    }
}
