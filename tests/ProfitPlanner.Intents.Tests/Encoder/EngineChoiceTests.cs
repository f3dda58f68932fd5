using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tests.Bundles;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Encoder;

public sealed class EngineChoiceTests
{
    private static readonly BertModel Model = RandomBundle.Create(encoders: 1).Encoders[0];

    [Fact]
    public void The_faster_engine_stays_and_the_other_goes()
    {
        var (slow, fast) = (new Pausing(TimeSpan.FromMilliseconds(30)), new Pausing(TimeSpan.Zero));

        Assert.Same(fast, EngineChoice.Fastest(Model, [_ => slow, _ => fast]));
        Assert.Equal((true, false), (slow.IsDisposed, fast.IsDisposed));
    }

    [Fact]
    public void An_engine_that_does_not_load_is_passed_over()
    {
        using var chosen = EngineChoice.Fastest(Model, [_ => throw new EngineUnavailableException("Not here."), model => OnnxEngine.Create(model)]);

        Assert.Equal("onnx", chosen.Name);
    }

    [Fact]
    public void Where_none_loads_the_first_says_why() =>
        Assert.Equal("Not here.", Assert.Throws<EngineUnavailableException>(() => EngineChoice.Fastest(
            Model, [_ => throw new EngineUnavailableException("Not here."), _ => throw new EngineUnavailableException("Nor here.")])).Message);

    private sealed class Pausing(TimeSpan pause) : IBertEngine
    {
        public string Name => "pausing";

        public bool IsDisposed { get; private set; }

        public EncoderOutput Run(TokenBatch batch)
        {
            Thread.Sleep(pause);
            return new EncoderOutput([], new Dictionary<string, float[]>());
        }

        public void Dispose() => IsDisposed = true;
    }
}
