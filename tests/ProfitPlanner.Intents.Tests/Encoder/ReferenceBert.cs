using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Encoder;

/// <summary>The encoder and its heads as published, in double precision and plain loops, one sequence at a time and so without padding.</summary>
/// <remarks>Engines are held to this. Source: Devlin et al., "BERT", 2019; Vaswani et al., "Attention Is All You Need", 2017.</remarks>
internal sealed class ReferenceBert(BertModel model)
{
    private readonly BertConfig _config = model.Config;

    public ReferenceOutput Run(TokenSequence sequence)
    {
        var states = Embeddings(sequence);
        for (var block = 0; block < _config.NumHiddenLayers; block++)
            states = Block(states, $"encoder.layer.{block}");

        double[] features = [];
        var logits = new Dictionary<string, double[]>();
        foreach (var head in model.Heads)
        {
            var path = $"heads.{head.Name}";
            if (head.Kind == HeadKind.TokenLabels)
            {
                logits[head.Name] = [.. states.SelectMany(state => Dense(state, $"{path}.out", head.Labels.Count))];
                continue;
            }
            var seen = Gelu(Dense(Pooled(states), $"{path}.dense", _config.HiddenSize));
            logits[head.Name] = Dense(seen, $"{path}.out", head.Labels.Count);
            if (head.Name == Head.Intent)
                features = seen;
        }
        return new ReferenceOutput(states, features, logits);
    }

    private double[][] Embeddings(TokenSequence sequence)
    {
        var hidden = _config.HiddenSize;
        var words = model.Weights.Floats("embeddings.word_embeddings.weight", _config.VocabSize, hidden);
        var positions = model.Weights.Floats("embeddings.position_embeddings.weight", _config.MaxPositionEmbeddings, hidden);
        var types = model.Weights.Floats("embeddings.token_type_embeddings.weight", _config.TypeVocabSize, hidden);
        var states = new double[sequence.Length][];
        for (var token = 0; token < sequence.Length; token++)
        {
            var sum = new double[hidden];
            for (var i = 0; i < hidden; i++)
                sum[i] = (double)words[sequence.Ids[token] * hidden + i] + positions[token * hidden + i] + types[sequence.Types[token] * hidden + i];
            states[token] = Normalised(sum, "embeddings.LayerNorm");
        }
        return states;
    }

    private double[][] Block(double[][] states, string path)
    {
        var attended = Attention(states, $"{path}.attention.self");
        var result = new double[states.Length][];
        for (var token = 0; token < states.Length; token++)
        {
            var mixed = Dense(attended[token], $"{path}.attention.output.dense", _config.HiddenSize);
            var middle = Normalised(Sum(states[token], mixed), $"{path}.attention.output.LayerNorm");
            var wide = Gelu(Dense(middle, $"{path}.intermediate.dense", _config.IntermediateSize));
            var narrow = Dense(wide, $"{path}.output.dense", _config.HiddenSize);
            result[token] = Normalised(Sum(middle, narrow), $"{path}.output.LayerNorm");
        }
        return result;
    }

    private double[][] Attention(double[][] states, string path)
    {
        var (hidden, size) = (_config.HiddenSize, _config.HiddenSize / _config.NumAttentionHeads);
        double[][] Projected(string part) => [.. states.Select(state => Dense(state, $"{path}.{part}", hidden))];
        var (queries, keys, values) = (Projected("query"), Projected("key"), Projected("value"));

        var result = states.Select(_ => new double[hidden]).ToArray();
        for (var first = 0; first < hidden; first += size)
            for (var token = 0; token < states.Length; token++)
            {
                var scores = new double[states.Length];
                for (var other = 0; other < states.Length; other++)
                {
                    for (var i = first; i < first + size; i++)
                        scores[other] += queries[token][i] * keys[other][i];
                    scores[other] /= Math.Sqrt(size);
                }
                var largest = scores.Max();
                var total = scores.Sum(score => Math.Exp(score - largest));
                for (var other = 0; other < states.Length; other++)
                    for (var i = first; i < first + size; i++)
                        result[token][i] += Math.Exp(scores[other] - largest) / total * values[other][i];
            }
        return result;
    }

    private static double[] Pooled(double[][] states)
    {
        var hidden = states[0].Length;
        var pooled = new double[2 * hidden];
        for (var i = 0; i < hidden; i++)
        {
            pooled[i] = states.Average(state => state[i]);
            pooled[hidden + i] = states.Max(state => state[i]);
        }
        return pooled;
    }

    private double[] Dense(double[] input, string path, int outputs)
    {
        var weights = model.Weights.Floats($"{path}.weight", outputs, input.Length);
        var biases = model.Weights.Floats($"{path}.bias", outputs);
        var result = new double[outputs];
        for (var row = 0; row < outputs; row++)
        {
            result[row] = biases[row];
            for (var i = 0; i < input.Length; i++)
                result[row] += weights[row * input.Length + i] * input[i];
        }
        return result;
    }

    private double[] Normalised(double[] input, string path)
    {
        var weights = model.Weights.Floats($"{path}.weight", input.Length);
        var biases = model.Weights.Floats($"{path}.bias", input.Length);
        var mean = input.Average();
        var variance = input.Average(number => (number - mean) * (number - mean));
        var result = new double[input.Length];
        for (var i = 0; i < input.Length; i++)
            result[i] = (input[i] - mean) / Math.Sqrt(variance + _config.LayerNormEps) * weights[i] + biases[i];
        return result;
    }

    private static double[] Sum(double[] left, double[] right) => [.. left.Zip(right, (a, b) => a + b)];

    private static double[] Gelu(double[] input) => [.. input.Select(x => x * 0.5 * (1 + Erf(x / Math.Sqrt(2))))];

    /// <summary>The error function by a series whose terms share a sign, so that nothing cancels: Abramowitz and Stegun, 7.1.6.</summary>
    private static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
            return Math.Sign(x);
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
            sum += term *= 2 * x * x / (2 * n + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
