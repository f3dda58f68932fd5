using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Training.Encoder;
using ProfitPlanner.Intents.Training.Native;
using ProfitPlanner.Intents.Training.Tests.DataSets;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.Tests.Encoder;

[Collection(TorchCollection.Name)]
public sealed class BertWeightsTests
{
    private static readonly BertConfig Config = RandomBatches.Config();

    private static readonly Head[] Heads =
    [
        new(Head.Intent, HeadKind.OneLabel, ["a", "b"]),
        new("personal", HeadKind.TokenLabels, ["none", "name", "phone"]),
    ];

    public BertWeightsTests() => LibTorch.Require(threads: 1);

    [Fact]
    public void What_is_saved_and_loaded_is_the_same_to_the_bit()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "model.safetensors");
        using var first = new BertNetwork(Config, Heads);
        using var second = new BertNetwork(Config, Heads);
        var saved = BertWeights.Save(first);
        Assert.NotEqual(saved.Bits(), BertWeights.Save(second).Bits());

        saved.Write(path);
        BertWeights.Load(second, SafeTensors.Read(path));

        Assert.Equal(saved.Names, BertWeights.Save(second).Names);
        Assert.Equal(saved.Bits(), BertWeights.Save(second).Bits());
    }

    [Fact]
    public void Names_are_those_of_the_published_layout()
    {
        using var network = new BertNetwork(Config, Heads);

        var names = BertWeights.Save(network).Names;

        Assert.Superset(RandomModel.Create(Config, Heads, seed: 1).Weights.Names.ToHashSet(), names.ToHashSet());
        Assert.Equal(["pooler.dense.bias", "pooler.dense.weight"], names.Except(RandomModel.Create(Config, Heads, seed: 1).Weights.Names).Order());
    }

    [Fact]
    public void Names_may_have_the_prefix_of_a_checkpoint_with_heads()
    {
        var weights = RandomModel.Create(Config, Heads, seed: 3).Weights;
        var prefixed = new SafeTensors();
        foreach (var name in weights.Names)
            prefixed.Add($"bert.{name}", weights[name]);
        using var one = new BertEncoder(Config);
        using var other = new BertEncoder(Config);

        BertWeights.Load(one, weights);
        BertWeights.Load(other, prefixed);

        Assert.Equal(weights.Floats("encoder.layer.1.attention.self.key.weight", 32, 32), BertWeights.Save(other).Floats("encoder.layer.1.attention.self.key.weight", 32, 32));
        // The pooler, which this file lacks, stays as it was drawn.
        foreach (var name in BertWeights.Save(one).Names.Where(weights.Has))
            Assert.Equal(weights[name].Bytes.Span, BertWeights.Save(other)[name].Bytes.Span);
    }

    // bert-base-uncased's safetensors have them.
    [Fact]
    public void Normalisation_may_have_the_names_of_the_first_checkpoints()
    {
        var weights = RandomModel.Create(Config, Heads, seed: 3).Weights;
        var first = new SafeTensors();
        foreach (var name in weights.Names)
            first.Add($"bert.{name.Replace("LayerNorm.weight", "LayerNorm.gamma", StringComparison.Ordinal).Replace("LayerNorm.bias", "LayerNorm.beta", StringComparison.Ordinal)}", weights[name]);
        Assert.Contains("bert.embeddings.LayerNorm.gamma", first.Names);
        using var encoder = new BertEncoder(Config);

        BertWeights.Load(encoder, first);

        foreach (var name in BertWeights.Save(encoder).Names.Where(weights.Has))
            Assert.Equal(weights[name].Bytes.Span, BertWeights.Save(encoder)[name].Bytes.Span);
    }

    [Fact]
    public void Saving_and_loading_leave_no_tensor_behind()
    {
        using var network = new BertNetwork(Config, Heads);
        var saved = BertWeights.Save(network);
        var before = TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        BertWeights.Load(network, BertWeights.Save(network));

        Assert.Equal(before, TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(saved.Bits(), BertWeights.Save(network).Bits());
    }

    [Fact]
    public void The_pooler_is_that_of_the_published_encoder()
    {
        var hidden = Config.HiddenSize;
        using var encoder = new BertEncoder(Config);
        float[] states = [.. Enumerable.Range(0, 2 * 3 * hidden).Select(i => MathF.Sin(i))];

        using var pooled = encoder.Pool(tensor(states, [2, 3, hidden]));

        var file = BertWeights.Save(encoder);
        var (weights, biases) = (file.Floats("pooler.dense.weight", hidden, hidden), file.Floats("pooler.dense.bias", hidden));
        double[] expected = [.. Enumerable.Range(0, 2 * hidden).Select(at => Math.Tanh(
            biases[at % hidden] + Enumerable.Range(0, hidden).Sum(i => (double)weights[at % hidden * hidden + i] * states[at / hidden * 3 * hidden + i])))];
        Assert.InRange(Numbers.Difference(expected, BertWeights.Numbers(pooled).Doubles()), 0, 1e-6);
    }
}
