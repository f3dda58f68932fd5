using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Encoder;

/// <summary>Runs a <see cref="BertModel"/>. Safe to call from several threads at once.</summary>
public interface IBertEngine : IDisposable
{
    /// <summary>What it is called in reports: "onnx", "onnx-int8", "torch".</summary>
    string Name { get; }

    /// <summary>One pass of the encoder for all heads.</summary>
    EncoderOutput Run(TokenBatch batch);
}
