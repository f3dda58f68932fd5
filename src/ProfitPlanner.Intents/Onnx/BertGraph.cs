using System.Numerics.Tensors;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Onnx;

/// <summary>Writes a <see cref="BertModel"/> as a graph of the operators that ONNX Runtime runs fastest on a processor.</summary>
/// <remarks>Fused operators: github.com/microsoft/onnxruntime, docs/ContribOperators.md. A value is called as the weights that make it.</remarks>
internal sealed class BertGraph
{
    /// <summary>Input: numbers of tokens, int32 [rows, length].</summary>
    public const string Ids = "ids";

    /// <summary>Input: types of tokens, int32 [rows, length].</summary>
    public const string Types = "types";

    /// <summary>Input: tokens of each sequence without padding, int32 [rows].</summary>
    public const string Lengths = "lengths";

    /// <summary>Input: what each token counts in the mean, float [rows, 1, length]: one through the length of its sequence, 0 for padding.</summary>
    public const string Shares = "shares";

    /// <summary>Input: what keeps padding out of the maximum, float [rows, length, 1]: 0, and minus infinity for padding.</summary>
    public const string Barriers = "barriers";

    /// <summary>Input: a one for each place, float [length].</summary>
    public const string Ones = "ones";

    /// <summary>Input: a zero for each place, float [length].</summary>
    public const string Zeros = "zeros";

    /// <summary>Output where there is a head <see cref="Head.Intent"/> on texts: its features, float [rows, 1, hidden].</summary>
    public const string Features = $"heads.{Head.Intent}";

    // Processors without VNNI add two products of a byte and a weight in 16 bits: 2 * 255 * 64 fits, 2 * 255 * 127 does not.
    private const float LargestWeight = 64;

    private readonly OnnxGraph _graph = new();
    private readonly BertConfig _config;
    private readonly SafeTensors _weights;
    private readonly bool _int8;

    private BertGraph(BertModel model, bool int8) => (_config, _weights, _int8) = (model.Config, model.Weights, int8);

    private Dictionary<string, object> Epsilon => new() { ["epsilon"] = (float)_config.LayerNormEps };

    /// <summary>Output: the logits of a head, float [rows, 1, labels], or [rows, length, labels] of <see cref="HeadKind.TokenLabels"/>.</summary>
    public static string Logits(Head head) => $"logits.{head.Name}";

    /// <summary>A model as ONNX Runtime reads it.</summary>
    /// <param name="model">With one head at least.</param>
    /// <param name="int8">See <see cref="OnnxOptions.Quantised"/>.</param>
    /// <exception cref="InvalidDataException">A tensor is missing or of another shape; the sentence names it.</exception>
    public static byte[] Write(BertModel model, bool int8)
    {
        var graph = new BertGraph(model, int8);
        graph.AddInputs();
        var states = graph.Embeddings("embeddings");
        for (var block = 0; block < model.Config.NumHiddenLayers; block++)
            states = graph.Block(states, $"encoder.layer.{block}");
        var pooled = graph.Pooled(states);
        foreach (var head in model.Heads)
            graph.AddHead(head, states, pooled);
        return graph._graph.ToModel();
    }

    private void AddInputs()
    {
        _graph.AddInput(Ids, OnnxType.Int32, "rows", "length");
        _graph.AddInput(Types, OnnxType.Int32, "rows", "length");
        _graph.AddInput(Lengths, OnnxType.Int32, "rows");
        _graph.AddInput(Shares, OnnxType.Float, "rows", "one", "length");
        _graph.AddInput(Barriers, OnnxType.Float, "rows", "length", "one");
        _graph.AddInput(Ones, OnnxType.Float, "length");
        _graph.AddInput(Zeros, OnnxType.Float, "length");
    }

    private string Embeddings(string path)
    {
        var hidden = _config.HiddenSize;
        string[] inputs =
        [
            Ids, Types,
            Constant($"{path}.word_embeddings.weight", _config.VocabSize, hidden),
            Constant($"{path}.position_embeddings.weight", _config.MaxPositionEmbeddings, hidden),
            Constant($"{path}.token_type_embeddings.weight", _config.TypeVocabSize, hidden),
            Constant($"{path}.LayerNorm.weight", hidden),
            Constant($"{path}.LayerNorm.bias", hidden),
        ];
        // The second output counts a mask that is not given; the operator insists on its name.
        _graph.Add(new OnnxNode("EmbedLayerNormalization", inputs, path, $"{path}.unused") { Domain = OnnxNode.Microsoft, Attributes = Epsilon });
        return path;
    }

    private string Block(string states, string path)
    {
        var (hidden, wide) = (_config.HiddenSize, _config.IntermediateSize);
        var mixed = Dense(Attention(states, $"{path}.attention.self"), $"{path}.attention.output", hidden, hidden, _int8);
        states = Normalised(mixed, states, $"{path}.attention.output");
        var widened = Gelu(Dense(states, $"{path}.intermediate", wide, hidden, _int8), $"{path}.intermediate", wide);
        return Normalised(Dense(widened, $"{path}.output", hidden, wide, _int8), states, $"{path}.output");
    }

    private string Attention(string states, string path)
    {
        var hidden = _config.HiddenSize;
        float[] Part(string name, params ReadOnlySpan<int> shape) => _weights.Floats($"{path}.{name}", shape);
        float[] weights = [.. Part("query.weight", hidden, hidden), .. Part("key.weight", hidden, hidden), .. Part("value.weight", hidden, hidden)];
        float[] biases = [.. Part("query.bias", hidden), .. Part("key.bias", hidden), .. Part("value.bias", hidden)];
        var bias = _graph.AddConstant($"{path}.bias", biases, biases.Length);
        var heads = new Dictionary<string, object> { ["num_heads"] = (long)_config.NumAttentionHeads };
        if (!_int8)
            return Fused(path, "Attention", heads, states, Matrix($"{path}.weight", weights, 3 * hidden), bias, Lengths);

        var (bytes, scale, zero) = ($"{path}.states", $"{path}.states.scale", $"{path}.states.zero");
        _graph.Add(new OnnxNode("DynamicQuantizeLinear", [states], bytes, scale, zero));
        var (matrix, scales) = Int8Matrix($"{path}.weight", weights, 3 * hidden);
        return Fused(path, "QAttention", heads, bytes, matrix, bias, scale, scales, Lengths, zero);
    }

    /// <summary>A dense layer without its bias, which the next operation adds.</summary>
    private string Dense(string states, string path, int outputs, int inputs, bool int8 = false)
    {
        path += ".dense";
        var weights = _weights.Floats($"{path}.weight", outputs, inputs);
        if (!int8)
            return Plain(path, "MatMul", [], states, Matrix($"{path}.weight", weights, outputs));
        var (matrix, scales) = Int8Matrix($"{path}.weight", weights, outputs);
        return Fused(path, "DynamicQuantizeMatMul", [], states, matrix, scales);
    }

    /// <summary>
    /// The sum of states, the bias of the layer that made them and the states skipped, normalised. InstanceNormalization over
    /// [rows, length, hidden] is layer normalisation but for its scale and shift. It runs in vector instructions and takes
    /// the variance from the mean, where the fused SkipLayerNormalization adds up number by number and squares before it subtracts.
    /// </summary>
    private string Normalised(string states, string skipped, string path)
    {
        var hidden = _config.HiddenSize;
        var biased = Plain($"{path}.biased", "Add", [], states, Constant($"{path}.dense.bias", hidden));
        var sum = Plain($"{path}.sum", "Add", [], biased, skipped);
        var normalised = Plain($"{path}.normalised", "InstanceNormalization", Epsilon, sum, Ones, Zeros);
        var scaled = Plain($"{path}.scaled", "Mul", [], normalised, Constant($"{path}.LayerNorm.weight", hidden));
        return Plain(path, "Add", [], scaled, Constant($"{path}.LayerNorm.bias", hidden));
    }

    private string Gelu(string states, string path, int width) =>
        Fused(path, "BiasGelu", [], states, Constant($"{path}.dense.bias", width));

    /// <summary>Mean and maximum of the states of each sequence, [rows, 1, 2 × hidden].</summary>
    private string Pooled(string states)
    {
        var mean = Plain("mean", "MatMul", [], Shares, states);
        var bounded = Plain("bounded", "Add", [], states, Barriers);
        long[] tokens = [1];
        var maximum = Plain("maximum", "ReduceMax", new() { ["axes"] = tokens }, bounded);
        return Plain("pooled", "Concat", new() { ["axis"] = 2L }, mean, maximum);
    }

    private void AddHead(Head head, string states, string pooled)
    {
        var path = $"heads.{head.Name}";
        var (hidden, labels) = (_config.HiddenSize, head.Labels.Count);
        if (head.Kind != HeadKind.TokenLabels)
            states = Gelu(Dense(pooled, path, hidden, 2 * hidden), path, hidden);
        if (states == Features)
            _graph.AddOutput(Features);
        var weights = _weights.Floats($"{path}.out.weight", labels, hidden);
        var product = Plain($"{path}.out", "MatMul", [], states, Matrix($"{path}.out.weight", weights, labels));
        _graph.AddOutput(Plain(Logits(head), "Add", [], product, Constant($"{path}.out.bias", labels)));
    }

    private string Plain(string output, string name, Dictionary<string, object> attributes, params string[] inputs)
    {
        _graph.Add(new OnnxNode(name, inputs, output) { Attributes = attributes });
        return output;
    }

    private string Fused(string output, string name, Dictionary<string, object> attributes, params string[] inputs)
    {
        _graph.Add(new OnnxNode(name, inputs, output) { Attributes = attributes, Domain = OnnxNode.Microsoft });
        return output;
    }

    private string Constant(string name, params ReadOnlySpan<int> shape) => _graph.AddConstant(name, _weights.Floats(name, shape), shape);

    /// <summary>Weights [outputs, inputs] as the [inputs, outputs] that operations want.</summary>
    private string Matrix(string name, float[] weights, int outputs) =>
        _graph.AddConstant(name, Transposed<float>(weights, outputs), weights.Length / outputs, outputs);

    /// <summary>The same in signed bytes, and what one is worth in each column.</summary>
    private (string Matrix, string Scales) Int8Matrix(string name, float[] weights, int outputs)
    {
        var inputs = weights.Length / outputs;
        var (bytes, scales) = (new sbyte[weights.Length], new float[outputs]);
        for (var output = 0; output < outputs; output++)
        {
            var row = weights.AsSpan(output * inputs, inputs);
            var largest = Math.Abs(TensorPrimitives.MaxMagnitude(row));
            scales[output] = largest > 0 ? largest / LargestWeight : 1;
            for (var input = 0; input < inputs; input++)
                bytes[output * inputs + input] = (sbyte)MathF.Round(row[input] / scales[output]);
        }
        return (_graph.AddConstant(name, Transposed<sbyte>(bytes, outputs), inputs, outputs),
            _graph.AddConstant($"{name}.scales", scales, outputs));
    }

    private static T[] Transposed<T>(ReadOnlySpan<T> matrix, int rows)
    {
        // Sixteen rows at a time: what is written lies side by side, and what is read stays in the cache.
        const int tile = 16;
        var (columns, transposed) = (matrix.Length / rows, new T[matrix.Length]);
        for (var first = 0; first < rows; first += tile)
            for (var column = 0; column < columns; column++)
                for (var row = first; row < Math.Min(first + tile, rows); row++)
                    transposed[column * rows + row] = matrix[row * columns + column];
        return transposed;
    }
}
