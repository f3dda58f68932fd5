using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>Which token stood where one was masked; scored by the encoder's own embeddings, as published.</summary>
internal sealed class MaskedLanguageHead : nn.Module<Tensor, Tensor>
{
    private readonly Embedding _words;
    private readonly Linear _dense;
    private readonly LayerNorm _norm;
    private readonly Parameter _bias;

    public MaskedLanguageHead(BertEncoder encoder) : base(nameof(MaskedLanguageHead))
    {
        var config = encoder.Config;
        // Not registered: they are the encoder's.
        _words = encoder.Words;
        register_module("transform/dense", _dense = nn.Linear(config.HiddenSize, config.HiddenSize));
        register_module("transform/LayerNorm", _norm = nn.LayerNorm(config.HiddenSize, config.LayerNormEps));
        register_parameter("bias", _bias = nn.Parameter(zeros(config.VocabSize)));
    }

    /// <param name="states">[tokens, hidden].</param>
    /// <returns>Logits, [tokens, vocabulary].</returns>
    public override Tensor forward(Tensor states) =>
        F.linear(_norm.forward(F.gelu(_dense.forward(states))), _words.weight!, _bias);
}
