using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>An encoder that learns from text without labels.</summary>
internal sealed class MaskedLanguageModel : nn.Module
{
    private readonly MaskedLanguageHead _head;

    /// <remarks>Weights are drawn from torch's generator: seed it first.</remarks>
    public MaskedLanguageModel(BertConfig config) : base(nameof(MaskedLanguageModel))
    {
        register_module("bert", Encoder = new BertEncoder(config));
        register_module("cls/predictions", _head = new MaskedLanguageHead(Encoder));
        BertNetwork.Initialise(this);
    }

    public BertEncoder Encoder { get; }

    /// <param name="ids">[rows, length], padding as 0.</param>
    /// <param name="types">[rows, length].</param>
    /// <param name="places">Numbers of tokens among [rows × length], [tokens].</param>
    /// <returns>Logits of which token stood there, [tokens, vocabulary].</returns>
    public Tensor Guess(Tensor ids, Tensor types, Tensor places) =>
        _head.forward(Encoder.forward(ids, types).view(-1, Encoder.Config.HiddenSize).index_select(0, places));
}
