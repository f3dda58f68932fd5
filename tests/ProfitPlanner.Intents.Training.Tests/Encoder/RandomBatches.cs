using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tests.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.Tests.Encoder;

/// <summary>Small sizes, and sequences of any tokens but padding, which no text has.</summary>
internal static class RandomBatches
{
    public static BertConfig Config(int hidden = 32, int heads = 4, int blocks = 2) => new()
    {
        VocabSize = 50,
        HiddenSize = hidden,
        NumHiddenLayers = blocks,
        NumAttentionHeads = heads,
        IntermediateSize = 4 * hidden,
        MaxPositionEmbeddings = 40,
    };

    public static TokenSequence[] Sequences(BertConfig config, params int[] lengths) =>
        [.. lengths.Select((length, i) => RandomModel.Sequence(config, length, seed: i)).Select(any => any with { Ids = [.. any.Ids.Select(id => Math.Max(1, id))] })];
}
