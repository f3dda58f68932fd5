using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>A label of each token, from its state.</summary>
internal sealed class TokenHead : nn.Module<Tensor, Tensor>
{
    private readonly Linear _out;
    private readonly double _dropout;

    public TokenHead(BertConfig config, int labels) : base(nameof(TokenHead))
    {
        _dropout = config.HiddenDropoutProb;
        register_module("out", _out = nn.Linear(config.HiddenSize, labels));
    }

    /// <param name="states">[rows, length, hidden].</param>
    /// <returns>Logits, [rows, length, labels].</returns>
    public override Tensor forward(Tensor states) => _out.forward(F.dropout(states, _dropout, training));
}
