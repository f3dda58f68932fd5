using System.CommandLine;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Training.Encoder;

namespace ProfitPlanner.Cli.Intents;

/// <summary>The bundle that a command uses, and the engine that runs it.</summary>
internal static class ModelOption
{
    public static Option<string> Create() => new("--model") { Description = "The folder of a trained bundle.", Required = true };

    public static Option<string> Engine()
    {
        var option = new Option<string>("--engine") { Description = "What runs the encoder: onnx, onnx-int8 or torch.", DefaultValueFactory = _ => "onnx" };
        option.AcceptOnlyFromAmong("onnx", "onnx-int8", "torch");
        return option;
    }

    public static IntentClassifier Load(string folder, string engine) => IntentClassifier.Load(folder, EngineOf(engine));

    public static Func<BertModel, IBertEngine> EngineOf(string engine, int? threads = null)
    {
        if (engine == "torch")
            return model => TorchEngine.Create(model, threads);
        var options = new OnnxOptions { Quantised = engine == "onnx-int8" };
        return model => OnnxEngine.Create(model, threads is { } count ? options with { Threads = count } : options);
    }
}
