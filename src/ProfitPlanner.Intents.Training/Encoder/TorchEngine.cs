using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Native;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>Runs a model by libtorch.</summary>
public sealed class TorchEngine : IBertEngine
{
    private readonly BertNetwork _network;

    private TorchEngine(BertNetwork network) => _network = network;

    /// <inheritdoc/>
    public string Name => "torch";

    /// <param name="model">With at least one head.</param>
    /// <param name="threads">For every operation of libtorch in this process; one a core where null.</param>
    /// <exception cref="InvalidDataException">A tensor is missing or of another shape; it is named.</exception>
    /// <exception cref="TorchUnavailableException">libtorch cannot be loaded here.</exception>
    public static TorchEngine Create(BertModel model, int? threads = null)
    {
        LibTorch.Require(threads);
        var network = new BertNetwork(model.Config, model.Heads);
        try
        {
            BertWeights.Load(network, model.Weights);
            network.eval();
            return new TorchEngine(network);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A sequence is longer than the model reads.</exception>
    public EncoderOutput Run(TokenBatch batch)
    {
        if (batch.Length > _network.Encoder.Config.MaxPositionEmbeddings)
            throw new ArgumentException($"A sequence has {batch.Length} tokens; the model reads {_network.Encoder.Config.MaxPositionEmbeddings}.", nameof(batch));
        using var scope = NewDisposeScope();
        using var grad = inference_mode();
        var (ids, types) = BertNetwork.Of(batch);
        var output = _network.Run(ids, types);
        return new EncoderOutput(
            output.Features is { } features ? BertWeights.Numbers(features) : [],
            output.Logits.ToDictionary(pair => pair.Key, pair => BertWeights.Numbers(pair.Value)));
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
