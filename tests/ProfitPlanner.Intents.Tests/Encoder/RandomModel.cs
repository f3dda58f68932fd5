using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Encoder;

/// <summary>Models and sequences that are the same for the same seed.</summary>
internal static class RandomModel
{
    /// <summary>Weights as wide as a trained model's, so that states differ, attention is uneven and GELU bends.</summary>
    public static BertModel Create(BertConfig config, IReadOnlyList<Head> heads, int seed)
    {
        var random = new Random(seed);
        var weights = new SafeTensors();
        var (hidden, wide) = (config.HiddenSize, config.IntermediateSize);

        void Add(string name, double mean, double deviation, params int[] shape)
        {
            var numbers = new float[shape.Aggregate(1, (product, size) => product * size)];
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = (float)(mean + deviation * Normal(random));
            weights.Add(name, numbers, TensorType.F32, shape);
        }
        void Dense(string path, int outputs, int inputs)
        {
            Add($"{path}.weight", 0, 1.5 / Math.Sqrt(inputs), outputs, inputs);
            Add($"{path}.bias", 0, 0.1, outputs);
        }
        void LayerNorm(string path)
        {
            Add($"{path}.weight", 1, 0.1, hidden);
            Add($"{path}.bias", 0, 0.1, hidden);
        }

        Add("embeddings.word_embeddings.weight", 0, 1, config.VocabSize, hidden);
        Add("embeddings.position_embeddings.weight", 0, 0.3, config.MaxPositionEmbeddings, hidden);
        Add("embeddings.token_type_embeddings.weight", 0, 0.3, config.TypeVocabSize, hidden);
        LayerNorm("embeddings.LayerNorm");
        for (var block = 0; block < config.NumHiddenLayers; block++)
        {
            var path = $"encoder.layer.{block}";
            foreach (var part in (string[])["self.query", "self.key", "self.value", "output.dense"])
                Dense($"{path}.attention.{part}", hidden, hidden);
            LayerNorm($"{path}.attention.output.LayerNorm");
            Dense($"{path}.intermediate.dense", wide, hidden);
            Dense($"{path}.output.dense", hidden, wide);
            LayerNorm($"{path}.output.LayerNorm");
        }
        foreach (var head in heads)
        {
            if (head.Kind != HeadKind.TokenLabels)
                Dense($"heads.{head.Name}.dense", hidden, 2 * hidden);
            Dense($"heads.{head.Name}.out", head.Labels.Count, hidden);
        }
        return new BertModel(config, heads, weights);
    }

    /// <summary>A sequence of any tokens whose second half is context.</summary>
    public static TokenSequence Sequence(BertConfig config, int length, int seed)
    {
        var random = new Random(seed);
        int[] ids = [.. Enumerable.Range(0, length).Select(_ => random.Next(config.VocabSize))];
        return new TokenSequence(ids, [.. Enumerable.Range(0, length).Select(i => i < (length + 1) / 2 ? 0 : 1)]);
    }

    /// <summary>A number of the standard normal distribution, by Box and Muller.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
