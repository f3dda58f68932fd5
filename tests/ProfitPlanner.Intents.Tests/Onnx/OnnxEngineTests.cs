using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tests.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Onnx;

public class OnnxEngineTests
{
    private static readonly BertModel Model = RandomModel.Create(RandomBatches.Config(), RandomBatches.Heads, seed: 1);

    private static readonly TokenSequence[] Sequences = RandomBatches.Sequences(Model.Config, 7, 40, 2, 19, 33);

    [Theory]
    [InlineData(16, 2, 1)]
    [InlineData(24, 3, 2)]
    [InlineData(64, 4, 2)]
    [InlineData(60, 5, 3)]
    public void All_outputs_are_those_of_the_published_encoder(int hidden, int heads, int blocks)
    {
        var model = RandomModel.Create(RandomBatches.Config(hidden, heads, blocks), RandomBatches.Heads, seed: hidden);
        var sequences = RandomBatches.Sequences(model.Config, 2, 17, 5, 32, 9);
        using var engine = OnnxEngine.Create(model);

        var rows = RandomBatches.Rows(engine, sequences);

        var reference = new ReferenceBert(model);
        foreach (var (row, sequence) in rows.Zip(sequences))
        {
            var expected = reference.Run(sequence);
            Assert.InRange(Numbers.Difference(expected.Features, row.Features.Doubles()), 0, 1e-5);
            foreach (var head in RandomBatches.Heads)
                Assert.InRange(Numbers.Difference(expected.Logits[head.Name], row.Logits[head.Name].Doubles()), 0, 1e-5);
        }
    }

    [Fact]
    public void The_order_of_a_batch_changes_no_bit()
    {
        using var engine = OnnxEngine.Create(Model);

        var forwards = RandomBatches.Rows(engine, Sequences);
        var backwards = RandomBatches.Rows(engine, [.. Sequences.Reverse()]);

        foreach (var (row, same) in forwards.Zip(backwards.Reverse()))
        {
            Assert.Equal(row.Features, same.Features);
            Assert.All(RandomBatches.Heads, head => Assert.Equal(row.Logits[head.Name], same.Logits[head.Name]));
        }
    }

    // Not to the bit: sums over another length are taken in another order.
    [Fact]
    public void Padding_changes_nothing_but_rounding()
    {
        using var engine = OnnxEngine.Create(Model);

        foreach (var (row, sequence) in RandomBatches.Rows(engine, Sequences).Zip(Sequences))
        {
            var alone = engine.Run(TokenBatch.Of([sequence]));
            Assert.InRange(Numbers.Difference(alone.Features.Doubles(), row.Features.Doubles()), 0, 1e-6);
            Assert.All(RandomBatches.Heads, head => Assert.InRange(Numbers.Difference(alone.Logits[head.Name].Doubles(), row.Logits[head.Name].Doubles()), 0, 1e-6));
        }
    }

    [Fact]
    public void What_is_context_and_what_is_text_matters()
    {
        using var engine = OnnxEngine.Create(Model);
        var sequence = RandomModel.Sequence(Model.Config, 12, seed: 5);

        var text = engine.Run(TokenBatch.Of([sequence with { Types = new int[12] }]));
        var context = engine.Run(TokenBatch.Of([sequence]));

        Assert.All(RandomBatches.Heads, head => Assert.True(Numbers.Difference(text.Logits[head.Name].Doubles(), context.Logits[head.Name].Doubles()) > 0.01));
    }

    [Fact]
    public void Bytes_for_weights_give_nearly_the_same()
    {
        using var exact = OnnxEngine.Create(Model);
        using var bytes = OnnxEngine.Create(Model, new OnnxOptions { Quantised = true });

        var (expected, output) = (exact.Run(TokenBatch.Of(Sequences)), bytes.Run(TokenBatch.Of(Sequences)));

        Assert.Equal(("onnx", "onnx-int8"), (exact.Name, bytes.Name));
        Assert.True(TensorPrimitives.CosineSimilarity<float>(expected.Features, output.Features) > 0.99);
        Assert.NotEqual(expected.Features, output.Features);
        Assert.True(TensorPrimitives.CosineSimilarity<float>(expected.Logits[Head.Intent], output.Logits[Head.Intent]) > 0.99);
    }

    [Fact]
    public void Weights_of_nothing_but_zeros_can_be_bytes()
    {
        var model = Changed(tensor => new StoredTensor(tensor.Type, tensor.Shape, new byte[tensor.Bytes.Length]));
        using var engine = OnnxEngine.Create(model, new OnnxOptions { Quantised = true });

        Assert.All(engine.Run(TokenBatch.Of(Sequences)).Logits[Head.Intent], logit => Assert.Equal(0, logit));
    }

    [Fact]
    public void Several_threads_share_an_engine()
    {
        using var engine = OnnxEngine.Create(Model, new OnnxOptions { Threads = 2 });
        EncoderOutput[] expected = [.. Sequences.Select(sequence => engine.Run(TokenBatch.Of([sequence])))];

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            var output = engine.Run(TokenBatch.Of([Sequences[i % Sequences.Length]]));
            Assert.Equal(expected[i % Sequences.Length].Logits["personal"], output.Logits["personal"]);
        });
    }

    [Fact]
    public void Without_an_intent_there_are_no_features()
    {
        using var engine = OnnxEngine.Create(Model with { Heads = RandomBatches.Heads[1..] });

        var output = engine.Run(TokenBatch.Of(Sequences));

        Assert.Empty(output.Features);
        Assert.Equal(["personal", "sentiment"], output.Logits.Keys.Order());
    }

    [Fact]
    public void A_model_without_heads_is_refused() =>
        Assert.Contains("no heads", Assert.Throws<InvalidDataException>(() => OnnxEngine.Create(Model with { Heads = [] })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_sequence_that_is_too_long_is_refused()
    {
        using var engine = OnnxEngine.Create(Model);
        var batch = TokenBatch.Of([RandomModel.Sequence(Model.Config, 41, seed: 1)]);

        Assert.Contains("41 tokens", Assert.Throws<ArgumentException>(() => engine.Run(batch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_is_not_in_the_vocabulary_does_not_read_beyond_it()
    {
        using var engine = OnnxEngine.Create(Model);

        Assert.Throws<OnnxRuntimeException>(() => engine.Run(TokenBatch.Of([new TokenSequence([1, 50], [0, 0])])));
        Assert.Throws<OnnxRuntimeException>(() => engine.Run(TokenBatch.Of([new TokenSequence([1, 2], [0, 2])])));
    }

    [Fact]
    public void A_missing_tensor_is_named() => Assert.All(Model.Weights.Names, name =>
    {
        var model = Changed(tensor => tensor, except: name);
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => OnnxEngine.Create(model)).Message, StringComparison.Ordinal);
    });

    [Fact]
    public void A_tensor_of_another_shape_is_named() => Assert.All(Model.Weights.Names, name =>
    {
        var model = Changed(tensor => tensor, except: name);
        model.Weights.Add(name, [1], TensorType.F32, 1, 1, 1);
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => OnnxEngine.Create(model)).Message, StringComparison.Ordinal);
    });

    /// <summary>The model with its weights changed, one left out.</summary>
    private static BertModel Changed(Func<StoredTensor, StoredTensor> change, string? except = null)
    {
        var weights = new SafeTensors();
        foreach (var name in Model.Weights.Names.Where(name => name != except))
            weights.Add(name, change(Model.Weights[name]));
        return Model with { Weights = weights };
    }
}
