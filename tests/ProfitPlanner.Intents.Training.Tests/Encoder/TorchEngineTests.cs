using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Encoder;

namespace ProfitPlanner.Intents.Training.Tests.Encoder;

[Collection(TorchCollection.Name)]
public sealed class TorchEngineTests
{
    private static readonly BertModel Model = RandomModel.Create(RandomBatches.Config(), RandomBatches.Heads, seed: 1);

    private static readonly TokenSequence[] Sequences = RandomBatches.SequencesOfWords(Model.Config, 7, 40, 2, 19, 33);

    [Theory]
    [InlineData(16, 2, 1)]
    [InlineData(24, 3, 2)]
    [InlineData(64, 4, 2)]
    [InlineData(60, 5, 3)]
    public void All_outputs_are_those_of_the_published_encoder(int hidden, int heads, int blocks)
    {
        var model = RandomModel.Create(RandomBatches.Config(hidden, heads, blocks), RandomBatches.Heads, seed: hidden);
        var sequences = RandomBatches.SequencesOfWords(model.Config, 2, 17, 5, 40, 9);
        using var engine = TorchEngine.Create(model, threads: 1);

        var rows = RandomBatches.Rows(engine, sequences);

        ReferenceOutput[] expected = [.. sequences.Select(new ReferenceBert(model).Run)];
        Assert.InRange(Numbers.Difference([.. expected.SelectMany(row => row.Features)], [.. rows.SelectMany(row => row.Features.Doubles())]), 0, 1e-5);
        Assert.All(RandomBatches.Heads, head => Assert.InRange(
            Numbers.Difference([.. expected.SelectMany(row => row.Logits[head.Name])], [.. rows.SelectMany(row => row.Logits[head.Name].Doubles())]), 0, 1e-5));
    }

    [Theory]
    [InlineData(32, 4, 1)]
    [InlineData(48, 2, 4)]
    public void Both_engines_say_the_same(int hidden, int heads, int blocks)
    {
        var model = RandomModel.Create(RandomBatches.Config(hidden, heads, blocks), RandomBatches.Heads, seed: blocks);
        using var torch = TorchEngine.Create(model, threads: 1);
        using var onnx = OnnxEngine.Create(model, new OnnxOptions { Threads = 1 });

        foreach (var (one, other) in RandomBatches.Rows(torch, Sequences).Zip(RandomBatches.Rows(onnx, Sequences)))
        {
            Assert.InRange(Numbers.Difference(other.Features.Doubles(), one.Features.Doubles()), 0, 1e-5);
            Assert.All(RandomBatches.Heads, head => Assert.InRange(Numbers.Difference(other.Logits[head.Name].Doubles(), one.Logits[head.Name].Doubles()), 0, 1e-5));
        }
    }

    [Fact]
    public void Both_engines_say_the_same_of_the_model_that_ships()
    {
        var bundle = Bundle.Read(ShippedModel.Folder);
        var (model, tokenizer) = (bundle.Encoders[0], new BertTokenizer(bundle.Vocabulary, bundle.Manifest.LowerCase));
        TokenSequence[] sequences =
        [
            .. ((string[])["hi", "Where is my refund? I paid £30 for a café table!", "my name is john smith", "", "订单在哪里"]).Select(text => tokenizer.Encode(text, "what I said before")),
            RandomModel.Sequence(model.Config, bundle.Manifest.MaxLength, seed: 1),
        ];
        using var torch = TorchEngine.Create(model, threads: 1);
        using var onnx = OnnxEngine.Create(model, new OnnxOptions { Threads = 1 });

        // One by one: what stands where padding is, is anything.
        foreach (var batch in sequences.Select(sequence => TokenBatch.Of([sequence])))
        {
            var (one, other) = (torch.Run(batch), onnx.Run(batch));
            Assert.All(model.Heads, head => Assert.InRange(Numbers.Difference(other.Logits[head.Name].Doubles(), one.Logits[head.Name].Doubles()), 0, 1e-5));
        }
    }

    // Not to the bit: products of another number of rows are summed in another order.
    [Fact]
    public void What_stands_beside_a_text_changes_nothing_but_rounding()
    {
        using var engine = TorchEngine.Create(Model, threads: 1);
        EncoderOutput[] alone = [.. Sequences.Select(sequence => RandomBatches.Rows(engine, [sequence])[0])];

        foreach (var rows in (EncoderOutput[][])[RandomBatches.Rows(engine, Sequences), [.. RandomBatches.Rows(engine, [.. Sequences.Reverse()]).Reverse()]])
            foreach (var (row, own) in rows.Zip(alone))
            {
                Assert.InRange(Numbers.Difference(own.Features.Doubles(), row.Features.Doubles()), 0, 1e-6);
                Assert.All(RandomBatches.Heads, head => Assert.InRange(Numbers.Difference(own.Logits[head.Name].Doubles(), row.Logits[head.Name].Doubles()), 0, 1e-6));
            }
    }

    [Fact]
    public void What_is_context_and_what_is_text_matters()
    {
        using var engine = TorchEngine.Create(Model, threads: 1);

        var text = engine.Run(TokenBatch.Of([Sequences[1] with { Types = new int[40] }]));
        var context = engine.Run(TokenBatch.Of([Sequences[1]]));

        Assert.All(RandomBatches.Heads, head => Assert.True(Numbers.Difference(text.Logits[head.Name].Doubles(), context.Logits[head.Name].Doubles()) > 0.01));
    }

    [Fact]
    public void Several_threads_share_an_engine()
    {
        using var engine = TorchEngine.Create(Model, threads: 1);
        EncoderOutput[] expected = [.. Sequences.Select(sequence => engine.Run(TokenBatch.Of([sequence])))];

        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, i =>
            Assert.Equal(expected[i % Sequences.Length].Logits["personal"], engine.Run(TokenBatch.Of([Sequences[i % Sequences.Length]])).Logits["personal"]));
    }

    [Fact]
    public void Without_an_intent_there_are_no_features()
    {
        using var engine = TorchEngine.Create(Model with { Heads = RandomBatches.Heads[1..] }, threads: 1);

        var output = engine.Run(TokenBatch.Of(Sequences));

        Assert.Equal("torch", engine.Name);
        Assert.Empty(output.Features);
        Assert.Equal(["personal", "sentiment"], output.Logits.Keys.Order());
    }

    [Fact]
    public void A_sequence_that_is_too_long_is_refused()
    {
        using var engine = TorchEngine.Create(Model, threads: 1);

        Assert.Contains("41 tokens", Assert.Throws<ArgumentException>(() => engine.Run(TokenBatch.Of([RandomModel.Sequence(Model.Config, 41, seed: 1)]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_tensor_is_named() => Assert.All(Model.Weights.Names, name =>
        Assert.Contains($"{name} is missing", Refusal(name, changed: null), StringComparison.Ordinal));

    [Fact]
    public void A_tensor_of_another_shape_is_named() => Assert.All(Model.Weights.Names, name =>
        Assert.Contains($"{name} is [1, 1, 1]", Refusal(name, new StoredTensor(TensorType.F32, [1, 1, 1], new byte[4])), StringComparison.Ordinal));

    private static string Refusal(string name, StoredTensor? changed)
    {
        var weights = new SafeTensors();
        foreach (var other in Model.Weights.Names)
            if ((other == name ? changed : Model.Weights[other]) is { } tensor)
                weights.Add(other, tensor);
        return Assert.Throws<InvalidDataException>(() => TorchEngine.Create(Model with { Weights = weights }, threads: 1)).Message;
    }
}
