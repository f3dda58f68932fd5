using BenchmarkDotNet.Attributes;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tests.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.Encoder;

namespace ProfitPlanner.Benchmarks;

/// <summary>What the encoder costs, by engine, size, threads and batch: sequences as long as BANKING77's texts, random weights.</summary>
public class EncoderBenchmarks
{
    private const int Labels = 77;
    private const int Tokens = 8_000;

    private TokenBatch[] _batches = [];
    private IBertEngine _engine = null!;

    [Params("small", "base")]
    public string Size { get; set; } = "";

    [Params("onnx", "onnx-int8", "torch")]
    public string Engine { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [Params(1, 64)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var config = EncoderSizes.Named(Size) with { VocabSize = Tokens };
        var model = RandomModel.Create(config, [new Head(Head.Intent, HeadKind.OneLabel, [.. Enumerable.Range(0, Labels).Select(i => $"{i}")])], seed: 1);
        _engine = Engine == "torch" ? TorchEngine.Create(model, Threads) : OnnxEngine.Create(model, new OnnxOptions { Threads = Threads, Quantised = Engine == "onnx-int8" });
        var random = new Random(1);
        _batches = [.. Enumerable.Range(0, Size == "base" ? 64 : 512)
            // 5 to 63 tokens, 15 in the middle.
            .Select(_ => (int)Math.Clamp(15 * Math.Exp(0.45 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())), 5, 63))
            .Order()
            .Chunk(Batch)
            .Select(lengths => TokenBatch.Of([.. lengths.Select((length, i) => RandomModel.Sequence(config, length, i))]))];
    }

    /// <summary>All texts: 512 by the small encoder, 64 by that of bert-base's size.</summary>
    [Benchmark]
    public void Run()
    {
        foreach (var batch in _batches)
            _engine.Run(batch);
    }

    [GlobalCleanup]
    public void End() => _engine.Dispose();
}
