using System.CommandLine;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Training.Encoder;
using ProfitPlanner.Intents.Training.Native;

namespace ProfitPlanner.Cli.Intents;

/// <summary>The bundle that a command uses, and the engine that runs it.</summary>
internal static class ModelOption
{
    private const string Fastest = "fastest";
    private const string Onnx = "onnx";
    private const string Quantised = "onnx-int8";
    private const string Torch = "torch";
    private const string Served = "served";

    public static Option<string> Create() => new("--model")
    {
        Description = "The folder of a trained bundle; without it the model of general support intents in English.",
        DefaultValueFactory = _ => ShippedModel.Folder,
    };

    public static Option<string> Engine()
    {
        var option = new Option<string>("--engine")
        {
            Description = "What runs the encoder: onnx, onnx-int8 (faster, less exact), torch, served (as the web app reads many texts), or of onnx and torch the one that is fastest here.",
            DefaultValueFactory = _ => Fastest,
        };
        option.AcceptOnlyFromAmong(Fastest, Onnx, Quantised, Torch, Served);
        return option;
    }

    /// <exception cref="InvalidDataException">The bundle cannot be read, or may not be run so: a sentence.</exception>
    public static IntentClassifier Load(string folder, string engine)
    {
        var bundle = Bundle.Read(folder);
        if (engine == Quantised && !KnowsQuantised(bundle.Manifest))
            throw new InvalidDataException($"{folder} does not say how good it is on 8-bit integers; train it anew with this version, or use {Onnx}.");
        return Of(bundle, engine);
    }

    /// <summary>Engines that run a bundle on this machine.</summary>
    public static IEnumerable<string> RunningHere(Manifest manifest) =>
        [Onnx, .. KnowsQuantised(manifest) ? [Quantised] : Array.Empty<string>(), .. LibTorch.IsAvailable ? [Torch] : Array.Empty<string>()];

    public static IntentClassifier Of(Bundle bundle, string engine) =>
        engine == Served ? IntentClassifier.ToServe(bundle) : new IntentClassifier(bundle, EngineOf(engine));

    /// <summary>The engine behind one that is chosen by a bundle's figures.</summary>
    public static string Named(string engine, Manifest manifest) => engine != Served ? engine : manifest.LosesNothingQuantised ? Quantised : Onnx;

    private static bool KnowsQuantised(Manifest manifest) => manifest.Metrics.Keys.Any(figure => figure.StartsWith($"{Manifest.Quantised}.", StringComparison.Ordinal));

    public static Func<BertModel, IBertEngine> EngineOf(string engine, int? threads = null)
    {
        var options = new OnnxOptions { Quantised = engine == Quantised };
        if (threads is { } count)
            options = options with { Threads = count };
        return engine switch
        {
            Fastest => model => EngineChoice.Fastest(model, [EngineOf(Onnx, threads), EngineOf(Torch, threads)]),
            Torch => model => TorchEngine.Create(model, threads),
            _ => model => OnnxEngine.Create(model, options),
        };
    }
}
