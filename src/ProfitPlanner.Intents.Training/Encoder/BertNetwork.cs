using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>An encoder with its heads, to be trained.</summary>
internal sealed class BertNetwork : nn.Module
{
    private const double InitialSpread = 0.02;

    private readonly Dictionary<string, nn.Module<Tensor, Tensor>> _heads = [];

    /// <param name="config">The size.</param>
    /// <param name="heads">With different names.</param>
    /// <remarks>Weights are drawn from torch's generator: seed it first.</remarks>
    public BertNetwork(BertConfig config, IReadOnlyList<Head> heads) : base(nameof(BertNetwork))
    {
        Heads = heads;
        register_module("bert", Encoder = new BertEncoder(config));
        foreach (var head in heads)
        {
            nn.Module<Tensor, Tensor> module = head.Kind == HeadKind.TokenLabels ? new TokenHead(config, head.Labels.Count) : new TextHead(config, head.Labels.Count);
            register_module($"heads/{head.Name}", module);
            _heads[head.Name] = module;
        }
        Initialise(this);
    }

    public BertEncoder Encoder { get; }

    public IReadOnlyList<Head> Heads { get; }

    /// <summary>One pass of the encoder for all heads.</summary>
    public NetworkOutput Run(Tensor ids, Tensor types)
    {
        var states = Encoder.forward(ids, types);
        Tensor? pooled = null, features = null;
        var logits = new Dictionary<string, Tensor>(_heads.Count);
        foreach (var (name, head) in _heads)
        {
            if (head is not TextHead text)
            {
                logits[name] = head.forward(states);
                continue;
            }
            var own = text.Features(pooled ??= TextHead.Pool(states, ids));
            if (name == Head.Intent)
                features = own;
            logits[name] = text.forward(own);
        }
        return new NetworkOutput(features, logits);
    }

    /// <summary>A batch as tensors: ids and types, [rows, length].</summary>
    public static (Tensor Ids, Tensor Types) Of(TokenBatch batch) =>
        (tensor(batch.Ids, [batch.Rows, batch.Length]), tensor(batch.Types, [batch.Rows, batch.Length]));

    /// <summary>As published: normal with a spread of 0.02, biases zero.</summary>
    public static void Initialise(nn.Module module)
    {
        using var _ = no_grad();
        foreach (var part in module.modules())
            switch (part)
            {
                case Linear linear:
                    nn.init.normal_(linear.weight, 0, InitialSpread);
                    nn.init.zeros_(linear.bias);
                    break;
                case Embedding embedding:
                    nn.init.normal_(embedding.weight, 0, InitialSpread);
                    break;
            }
    }
}
