using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Encoder;
using ProfitPlanner.Intents.Training.Native;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.Tests.Encoder;

[Collection(TorchCollection.Name)]
public sealed class MaskedLanguageModelTests
{
    private const string Transform = "cls.predictions.transform";

    private static readonly BertConfig Config = RandomBatches.Config();

    private static readonly Head[] Heads = [new(Head.Intent, HeadKind.OneLabel, ["a", "b"]), new("personal", HeadKind.TokenLabels, ["none", "name"])];

    public MaskedLanguageModelTests() => LibTorch.Require(threads: 1);

    [Fact]
    public void Guesses_are_those_of_the_published_model()
    {
        var weights = Weights();
        using var model = new MaskedLanguageModel(Config);
        BertWeights.Load(model, weights);
        model.eval();
        var sequences = RandomBatches.SequencesOfWords(Config, 9, 4);
        var (ids, types) = BertNetwork.Of(TokenBatch.Of(sequences));

        // The second text begins at 9, the length of the longer one.
        using var guesses = model.Guess(ids, types, tensor((long[])[2, 8, 10]));

        var reference = new ReferenceBert(new BertModel(Config, [], weights));
        double[][] states = [reference.Run(sequences[0]).States[2], reference.Run(sequences[0]).States[8], reference.Run(sequences[1]).States[1]];
        Assert.Equal([3, Config.VocabSize], guesses.shape);
        Assert.InRange(Numbers.Difference([.. states.SelectMany(state => Guess(state, weights))], BertWeights.Numbers(guesses).Doubles()), 0, 1e-5);
    }

    [Fact]
    public void Guessing_scores_tokens_by_the_embeddings_that_are_looked_up()
    {
        using var model = new MaskedLanguageModel(Config);

        var names = BertWeights.Save(model).Names;

        Assert.DoesNotContain(names, name => name.StartsWith("cls", StringComparison.Ordinal) && name.Contains("embedding", StringComparison.Ordinal));
        Assert.Equal(
            ["cls.predictions.bias", $"{Transform}.LayerNorm.bias", $"{Transform}.LayerNorm.weight", $"{Transform}.dense.bias", $"{Transform}.dense.weight"],
            names.Where(name => name.StartsWith("cls", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parameter_of_pre_training_but_the_pooler_learns()
    {
        using var model = new MaskedLanguageModel(Config);
        var (ids, types) = BertNetwork.Of(TokenBatch.Of(RandomBatches.SequencesOfWords(Config, 9, 4)));

        F.cross_entropy(model.Guess(ids, types, tensor((long[])[2, 8, 10])), tensor((long[])[1, 2, 3])).backward();

        Learns(model);
    }

    [Fact]
    public void Every_parameter_of_fine_tuning_but_the_pooler_learns()
    {
        using var network = new BertNetwork(Config, Heads);
        var (ids, types) = BertNetwork.Of(TokenBatch.Of(RandomBatches.SequencesOfWords(Config, 9, 4)));

        var logits = network.Run(ids, types).Logits;
        logits.Values.Select(head => head.pow(2).sum()).Aggregate((sum, next) => sum + next).backward();

        Learns(network);
    }

    private static void Learns(nn.Module module)
    {
        var idle = module.named_parameters().Where(named => named.parameter.grad is not { } gradient || gradient.abs().sum().item<float>() == 0).Select(named => named.name);

        Assert.Equal(["bert.pooler/dense.bias", "bert.pooler/dense.weight"], idle.Order(StringComparer.Ordinal));
    }

    private static SafeTensors Weights()
    {
        var weights = RandomModel.Create(Config, [], seed: 4).Weights;
        var (hidden, random) = (Config.HiddenSize, new Random(5));
        float[] Any(int count, float middle = 0) => [.. Enumerable.Range(0, count).Select(_ => middle + random.NextSingle() - 0.5f)];
        weights.Add($"{Transform}.dense.weight", Any(hidden * hidden), TensorType.F32, hidden, hidden);
        weights.Add($"{Transform}.dense.bias", Any(hidden), TensorType.F32, hidden);
        weights.Add($"{Transform}.LayerNorm.weight", Any(hidden, 1), TensorType.F32, hidden);
        weights.Add($"{Transform}.LayerNorm.bias", Any(hidden), TensorType.F32, hidden);
        weights.Add("cls.predictions.bias", Any(Config.VocabSize), TensorType.F32, Config.VocabSize);
        return weights;
    }

    // Embeddings · LayerNorm(GELU(dense(state))) + bias.
    private static double[] Guess(double[] state, SafeTensors weights)
    {
        var hidden = Config.HiddenSize;
        var dense = weights.Floats($"{Transform}.dense.weight", hidden, hidden);
        var bias = weights.Floats($"{Transform}.dense.bias", hidden);
        double[] seen = [.. Enumerable.Range(0, hidden).Select(at => Gelu(bias[at] + Enumerable.Range(0, hidden).Sum(i => dense[at * hidden + i] * state[i])))];
        var (mean, scale, shift) = (seen.Average(), weights.Floats($"{Transform}.LayerNorm.weight", hidden), weights.Floats($"{Transform}.LayerNorm.bias", hidden));
        var spread = Math.Sqrt(seen.Average(number => (number - mean) * (number - mean)) + Config.LayerNormEps);
        var words = weights.Floats("embeddings.word_embeddings.weight", Config.VocabSize, hidden);
        var tokens = weights.Floats("cls.predictions.bias", Config.VocabSize);
        return [.. Enumerable.Range(0, Config.VocabSize).Select(token =>
            tokens[token] + Enumerable.Range(0, hidden).Sum(i => words[token * hidden + i] * ((seen[i] - mean) / spread * scale[i] + shift[i])))];
    }

    // x·Φ(x), the normal distribution's integral taken by Simpson's rule.
    private static double Gelu(double x)
    {
        const int Steps = 400;
        var sum = 0.0;
        for (var i = 0; i <= Steps; i++)
            sum += Math.Exp(-Math.Pow(x * i / Steps, 2) / 2) * (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2);
        return x * (0.5 + x / Steps / 3 * sum / Math.Sqrt(2 * Math.PI));
    }
}
