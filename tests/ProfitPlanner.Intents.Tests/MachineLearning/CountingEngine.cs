using System.Collections.Concurrent;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.MachineLearning;

/// <summary>An engine on one thread that remembers how many rows each batch had.</summary>
internal sealed class CountingEngine(BertModel model) : IBertEngine
{
    private readonly OnnxEngine _engine = OnnxEngine.Create(model, new OnnxOptions { Threads = 1 });

    public string Name => "counting";

    public ConcurrentQueue<int> Batches { get; } = [];

    public bool IsDisposed { get; private set; }

    public EncoderOutput Run(TokenBatch batch)
    {
        Batches.Enqueue(batch.Rows);
        return _engine.Run(batch);
    }

    public void Dispose()
    {
        IsDisposed = true;
        _engine.Dispose();
    }
}
