using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>One block: attention, then two dense layers, each added to what came in and normalised after.</summary>
/// <remarks>Source: Vaswani et al., "Attention is all you need", 2017; Devlin et al., "BERT", 2019.</remarks>
internal sealed class BertBlock : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Linear _attention;
    private readonly Linear _attended;
    private readonly LayerNorm _attendedNorm;
    private readonly Linear _wide;
    private readonly Linear _narrow;
    private readonly LayerNorm _norm;
    private readonly int _heads;
    private readonly double _hiddenDropout;
    private readonly double _attentionDropout;

    public BertBlock(BertConfig config) : base(nameof(BertBlock))
    {
        var hidden = config.HiddenSize;
        _heads = config.NumAttentionHeads;
        (_hiddenDropout, _attentionDropout) = (config.HiddenDropoutProb, config.AttentionProbsDropoutProb);
        // Query, key and value as one matrix: one product instead of three.
        register_module("attention/self/qkv", _attention = nn.Linear(hidden, 3 * hidden));
        register_module("attention/output/dense", _attended = nn.Linear(hidden, hidden));
        register_module("attention/output/LayerNorm", _attendedNorm = nn.LayerNorm(hidden, config.LayerNormEps));
        register_module("intermediate/dense", _wide = nn.Linear(hidden, config.IntermediateSize));
        register_module("output/dense", _narrow = nn.Linear(config.IntermediateSize, hidden));
        register_module("output/LayerNorm", _norm = nn.LayerNorm(hidden, config.LayerNormEps));
    }

    /// <param name="states">[rows, length, hidden].</param>
    /// <param name="mask">Added to the attention: 0, or far below it at padding; [rows, 1, 1, length].</param>
    /// <returns>[rows, length, hidden].</returns>
    public override Tensor forward(Tensor states, Tensor mask)
    {
        var (rows, length, hidden) = (states.shape[0], states.shape[1], states.shape[2]);
        var split = _attention.forward(states).view(rows, length, 3, _heads, hidden / _heads).permute(2, 0, 3, 1, 4).unbind(0);
        var attended = F.scaled_dot_product_attention(split[0], split[1], split[2], mask, training ? _attentionDropout : 0, false)
            .transpose(1, 2).reshape(rows, length, hidden);
        states = _attendedNorm.forward(states + F.dropout(_attended.forward(attended), _hiddenDropout, training));
        return _norm.forward(states + F.dropout(_narrow.forward(F.gelu(_wide.forward(states))), _hiddenDropout, training));
    }
}
