using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Onnx;

/// <summary>Runs a model on ONNX Runtime, on the processor.</summary>
/// <remarks>
/// A text's output depends on what stands beside it in the batch by rounding only, unless <see cref="OnnxOptions.Quantised"/>.
/// <see cref="EncoderOutput.Features"/> is empty where no head reads an intent off a text.
/// </remarks>
public sealed class OnnxEngine : IBertEngine
{
    private static readonly string[] Inputs =
    [
        BertGraph.Ids, BertGraph.Types, BertGraph.Lengths, BertGraph.Shares, BertGraph.Barriers, BertGraph.Ones, BertGraph.Zeros,
    ];

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly BertConfig _config;
    private readonly IReadOnlyList<Head> _heads;
    private readonly bool _hasFeatures;
    private readonly string[] _outputs;

    private OnnxEngine(BertModel model, InferenceSession session, string name)
    {
        (_config, _heads, _session, Name) = (model.Config, model.Heads, session, name);
        _hasFeatures = session.OutputMetadata.ContainsKey(BertGraph.Features);
        _outputs = [.. _heads.Select(BertGraph.Logits), .. _hasFeatures ? [BertGraph.Features] : Array.Empty<string>()];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Writes the graph of a model and makes it ready to run.</summary>
    /// <param name="model">With one head at least. Its weights are copied.</param>
    /// <param name="options">Unless given, single precision on the threads of the machine.</param>
    /// <exception cref="InvalidDataException">A tensor is missing or of another shape, or there is no head; a sentence.</exception>
    /// <exception cref="EngineUnavailableException">ONNX Runtime cannot be loaded here.</exception>
    public static OnnxEngine Create(BertModel model, OnnxOptions? options = null)
    {
        options ??= new OnnxOptions();
        if (model.Heads.Count == 0)
            throw new InvalidDataException("The model has no heads, so that nothing can be read off its states. Train one first.");
        using var settings = SettingsOf(options);
        // Threads that wait in a loop take the processors from whatever else the machine serves.
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new OnnxEngine(model, new InferenceSession(BertGraph.Write(model, options.Quantised), settings), options.Quantised ? "onnx-int8" : "onnx");
    }

    // The first use of the library is where it shows whether it loads.
    private static SessionOptions SettingsOf(OnnxOptions options)
    {
        try
        {
            return new SessionOptions
            {
                IntraOpNumThreads = options.Threads,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new EngineUnavailableException($"ONNX Runtime cannot be loaded here: {e.GetBaseException().Message}", e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A sequence is longer than the model reads.</exception>
    public EncoderOutput Run(TokenBatch batch)
    {
        if (batch.Length > _config.MaxPositionEmbeddings)
            throw new ArgumentException($"A sequence has {batch.Length} tokens; the model reads {_config.MaxPositionEmbeddings}.", nameof(batch));

        var (rows, length) = (batch.Rows, batch.Length);
        var features = new float[_hasFeatures ? rows * _config.HiddenSize : 0];
        var logits = _heads.ToDictionary(head => head.Name, head => new float[rows * Tokens(head, length) * head.Labels.Count]);

        var inputs = InputsOf(batch);
        // What the run writes to, so that nothing is copied out of it.
        var outputs = _heads.Select(head => Tensor(logits[head.Name], rows, Tokens(head, length), head.Labels.Count)).ToList();
        if (_hasFeatures)
            outputs.Add(Tensor(features, rows, 1, _config.HiddenSize));
        try
        {
            _session.Run(_run, Inputs, inputs, _outputs, outputs);
        }
        finally
        {
            foreach (var value in inputs.Concat(outputs))
                value.Dispose();
        }
        return new EncoderOutput(features, logits);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private static OrtValue[] InputsOf(TokenBatch batch)
    {
        var (rows, length) = (batch.Rows, batch.Length);
        var (ids, types) = (new int[rows * length], new int[rows * length]);
        TensorPrimitives.ConvertChecked<long, int>(batch.Ids, ids);
        TensorPrimitives.ConvertChecked<long, int>(batch.Types, types);
        var (shares, barriers) = (new float[rows * length], new float[rows * length]);
        for (var row = 0; row < rows; row++)
        {
            var tokens = batch.Lengths[row];
            shares.AsSpan(row * length, tokens).Fill(1f / tokens);
            barriers.AsSpan(row * length + tokens, length - tokens).Fill(float.NegativeInfinity);
        }
        var ones = new float[length];
        ones.AsSpan().Fill(1);
        // In the order of Inputs.
        return
        [
            Tensor(ids, rows, length), Tensor(types, rows, length), Tensor(batch.Lengths, rows),
            Tensor(shares, rows, 1, length), Tensor(barriers, rows, length, 1), Tensor(ones, length), Tensor(new float[length], length),
        ];
    }

    private static int Tokens(Head head, int length) => head.Kind == HeadKind.TokenLabels ? length : 1;

    private static OrtValue Tensor<T>(T[] numbers, params long[] shape) where T : unmanaged =>
        OrtValue.CreateTensorValueFromMemory(numbers, shape);
}
