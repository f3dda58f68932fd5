using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Encoder;

/// <summary>Small sizes, sequences for them, and what an engine says of those.</summary>
internal static class RandomBatches
{
    public static readonly Head[] Heads =
    [
        new(Head.Intent, HeadKind.OneLabel, ["refund", "delivery", "price"]),
        new("sentiment", HeadKind.AnyLabels, ["angry", "pleased"]),
        new("personal", HeadKind.TokenLabels, ["none", "name", "phone", "mail"]),
    ];

    public static BertConfig Config(int hidden = 32, int heads = 4, int blocks = 2) => new()
    {
        VocabSize = 50,
        HiddenSize = hidden,
        NumHiddenLayers = blocks,
        NumAttentionHeads = heads,
        IntermediateSize = 4 * hidden,
        MaxPositionEmbeddings = 40,
    };

    /// <summary>Of any tokens.</summary>
    public static TokenSequence[] Sequences(BertConfig config, params int[] lengths) =>
        [.. lengths.Select((length, i) => RandomModel.Sequence(config, length, seed: i))];

    /// <summary>Of any tokens but padding, which no text has.</summary>
    public static TokenSequence[] SequencesOfWords(BertConfig config, params int[] lengths) =>
        [.. Sequences(config, lengths).Select(any => any with { Ids = [.. any.Ids.Select(id => Math.Max(1, id))] })];

    /// <summary>What an engine of <see cref="Heads"/> says of each sequence in one batch, without what it says of padding.</summary>
    public static EncoderOutput[] Rows(IBertEngine engine, TokenSequence[] sequences)
    {
        var batch = TokenBatch.Of(sequences);
        var output = engine.Run(batch);
        return [.. sequences.Select((sequence, row) => new EncoderOutput(
            Part(output.Features, row, 1, 1),
            Heads.ToDictionary(head => head.Name, head => head.Kind == HeadKind.TokenLabels
                ? Part(output.Logits[head.Name], row, sequence.Length, batch.Length)
                : Part(output.Logits[head.Name], row, 1, 1))))];

        float[] Part(float[] numbers, int row, int part, int of)
        {
            var size = numbers.Length / batch.Rows;
            return numbers[(row * size)..(row * size + size / of * part)];
        }
    }
}
