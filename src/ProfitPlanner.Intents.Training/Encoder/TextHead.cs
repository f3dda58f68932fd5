using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>Labels of a whole text, from the mean and the maximum of its tokens' states.</summary>
internal sealed class TextHead : nn.Module<Tensor, Tensor>
{
    private readonly Linear _dense;
    private readonly Linear _out;
    private readonly double _dropout;

    public TextHead(BertConfig config, int labels) : base(nameof(TextHead))
    {
        _dropout = config.HiddenDropoutProb;
        register_module("dense", _dense = nn.Linear(2 * config.HiddenSize, config.HiddenSize));
        register_module("out", _out = nn.Linear(config.HiddenSize, labels));
    }

    /// <param name="states">[rows, length, hidden].</param>
    /// <param name="ids">[rows, length], padding as 0.</param>
    /// <returns>Mean, then maximum, of the states of what is no padding, [rows, 2 × hidden].</returns>
    public static Tensor Pool(Tensor states, Tensor ids)
    {
        var padding = (ids == 0).unsqueeze(2);
        var mean = states.masked_fill(padding, 0).sum(1) / (ids != 0).sum(1, keepdim: true);
        return cat([mean, states.masked_fill(padding, float.NegativeInfinity).amax(1)], 1);
    }

    /// <param name="pooled">[rows, 2 × hidden].</param>
    /// <returns>Where a text lies among others, [rows, hidden].</returns>
    public Tensor Features(Tensor pooled) => F.gelu(_dense.forward(F.dropout(pooled, _dropout, training)));

    /// <param name="features">[rows, hidden].</param>
    /// <returns>Logits, [rows, labels].</returns>
    public override Tensor forward(Tensor features) => _out.forward(F.dropout(features, _dropout, training));
}
