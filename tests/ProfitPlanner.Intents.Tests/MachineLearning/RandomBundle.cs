using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tests.Bundles;
using ProfitPlanner.Intents.Tests.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.MachineLearning;

/// <summary>Classifiers of random weights, which still label different texts differently.</summary>
internal static class RandomBundle
{
    public static readonly string[] Labels = ["cancel", "change", "deliver", "explain", "pay", "refund"];

    private static readonly string[] Wishes = ["cancel", "change", "deliver", "explain", "pay", "refund", "track", "where is"];

    private static readonly string[] Things = ["order", "parcel", "invoice", "subscription", "gift", "ticket", "account", "card"];

    private static readonly string[] Times = ["today", "now", "by Monday", "as I said before, and more than once", "please", "at once"];

    /// <summary>Up to 384 distinct sentences of unlike lengths.</summary>
    public static string[] Sentences(int count) =>
        [.. (from time in Times from thing in Things from wish in Wishes select $"{wish} my {thing} {time}").Take(count)];

    public static Bundle Create(HeadKind kind = HeadKind.OneLabel, NoneRule? none = null)
    {
        var vocabulary = VocabularyTrainer.Train(Sentences(384), 300);
        Head[] heads = [new(Head.Intent, kind, Labels)];
        var config = new BertConfig
        {
            VocabSize = vocabulary.Count,
            HiddenSize = 32,
            NumHiddenLayers = 1,
            NumAttentionHeads = 2,
            IntermediateSize = 64,
            MaxPositionEmbeddings = 32,
        };
        return new Bundle(Manifests.Of(heads, maxLength: 32) with { None = none }, vocabulary, [RandomModel.Create(config, heads, seed: 1)], [], Linear: null);
    }
}
