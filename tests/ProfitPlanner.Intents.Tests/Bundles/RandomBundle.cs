using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Ngrams;
using ProfitPlanner.Intents.Tests.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Bundles;

/// <summary>A classifier that learnt nothing, and says the same of a text every time.</summary>
internal static class RandomBundle
{
    public static readonly string[] Texts =
        ["where is my order", "", "refund the card please", "card", "my my my order order order is is is where where where", "价格 ÿ \u0000\ud83d"];

    private static readonly string[] Words = ["where", "is", "my", "order", "refund", "the", "card", "please", "##s"];

    private static readonly Head[] Heads =
    [
        new(Head.Intent, HeadKind.OneLabel, ["refund", "delivery", "price"]),
        new(Head.Sentiment, HeadKind.OneLabel, ["angry", "pleased"]),
        new(Head.Personal, HeadKind.TokenLabels, [Head.NoTag, "name"]),
    ];

    public static Bundle Create(HeadKind kind = HeadKind.OneLabel, int encoders = 2, NoneRule? none = null, bool centroids = true, bool linear = true)
    {
        var vocabulary = new Vocabulary([.. Vocabulary.Special, .. Words]);
        var config = new BertConfig { VocabSize = vocabulary.Count, HiddenSize = 16, NumHiddenLayers = 1, NumAttentionHeads = 2, IntermediateSize = 32, MaxPositionEmbeddings = 24 };
        Head[] heads = [Heads[0] with { Kind = kind }, .. Heads[1..]];
        var random = new Random(1);
        float[] Any(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        var features = NgramFeatures.Learn(Texts, new NgramOptions { Least = 1 });
        return new Bundle(
            Manifests.Of(heads, maxLength: 20) with
            {
                Encoders = encoders,
                Blend = new Blend(0.3, 1.5, 0.5, 0.8),
                None = none,
                Metrics = new Dictionary<string, double> { ["accuracy"] = 0.5 },
                Data = new Dictionary<string, string> { ["texts.csv"] = "0" },
                Training = new Dictionary<string, string> { ["seed"] = "1" },
            },
            vocabulary,
            [.. Enumerable.Range(0, encoders).Select(i => RandomModel.Create(config, heads, seed: i))],
            centroids ? [.. Enumerable.Range(0, encoders).Select(i => Centroids.Of([(Any(16), 0), (Any(16), 1), (Any(16), 2)], 3, 16))] : [],
            linear ? LinearModel.Of(features, kind, Any(3 * features.Count), Any(3)) : null);
    }
}
