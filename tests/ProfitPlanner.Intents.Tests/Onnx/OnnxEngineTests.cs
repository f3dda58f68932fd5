using System.Numerics.Tensors;

using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tests.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Onnx;

public class OnnxEngineTests
{
    private static readonly Head[] Heads =
    [
        new(Head.Intent, HeadKind.OneLabel, ["refund", "delivery", "price"]),
        new("sentiment", HeadKind.AnyLabels, ["angry", "pleased"]),
        new("personal", HeadKind.TokenLabels, ["none", "name", "phone", "mail"]),
    ];

    private static readonly OnnxOptions OneThread = new() { Threads = 1 };

    [Theory]
    [InlineData(16, 2, 1)]
    [InlineData(24, 3, 2)]
    [InlineData(64, 4, 2)]
    [InlineData(60, 5, 3)]
    public void All_outputs_are_those_of_the_published_encoder(int hidden, int heads, int blocks)
    {
        var model = RandomModel.Create(Config(hidden, heads, blocks), Heads, seed: hidden);
        TokenSequence[] sequences = [.. Sequences(model.Config, 2, 17, 5, 32, 9)];
        using var engine = OnnxEngine.Create(model, OneThread);

        var batch = TokenBatch.Of(sequences);
        var output = engine.Run(batch);

        var reference = new ReferenceBert(model);
        for (var row = 0; row < sequences.Length; row++)
        {
            var expected = reference.Run(sequences[row]);
            Assert.InRange(Difference(expected.Features, Features(output, row, hidden)), 0, 1e-5);
            foreach (var head in Heads)
                Assert.InRange(Difference(expected.Logits[head.Name], Logits(output, head, batch, row)), 0, 1e-5);
        }
    }

    private static BertConfig Config(int hidden = 32, int heads = 4, int blocks = 2) => new()
    {
        VocabSize = 50,
        HiddenSize = hidden,
        NumHiddenLayers = blocks,
        NumAttentionHeads = heads,
        IntermediateSize = 4 * hidden,
        MaxPositionEmbeddings = 40,
    };

    private static IEnumerable<TokenSequence> Sequences(BertConfig config, params int[] lengths) =>
        lengths.Select((length, i) => RandomModel.Sequence(config, length, seed: i));

    private static ReadOnlySpan<float> Features(EncoderOutput output, int row, int hidden) => output.Features.AsSpan(row * hidden, hidden);

    /// <summary>What one row's logits are, without those of padding.</summary>
    private static ReadOnlySpan<float> Logits(EncoderOutput output, Head head, TokenBatch batch, int row) => head.Kind == HeadKind.TokenLabels
        ? output.Logits[head.Name].AsSpan(row * batch.Length * head.Labels.Count, batch.Lengths[row] * head.Labels.Count)
        : output.Logits[head.Name].AsSpan(row * head.Labels.Count, head.Labels.Count);

    /// <summary>The largest difference against the largest number.</summary>
    private static double Difference(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        var doubles = new double[actual.Length];
        TensorPrimitives.ConvertTruncating(actual, doubles);
        TensorPrimitives.Subtract(expected, doubles, doubles);
        return TensorPrimitives.MaxMagnitude<double>(doubles) is var difference ? Math.Abs(difference) / Math.Abs(TensorPrimitives.MaxMagnitude(expected)) : 0;
    }
}
