using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>BERT as published: embeddings, blocks, and the pooler.</summary>
/// <remarks>Names of parameters are those of Hugging Face's BertModel, with slashes for points, but for the fused <c>qkv</c>; see <see cref="BertWeights"/>.</remarks>
internal sealed class BertEncoder : nn.Module<Tensor, Tensor, Tensor>
{
    // Softmax gives exactly zero from here on, in single precision.
    private const float Hidden = -1e9f;

    private readonly Embedding _positions;
    private readonly Embedding _types;
    private readonly LayerNorm _norm;
    private readonly Linear _pooler;
    private readonly BertBlock[] _blocks;

    public BertEncoder(BertConfig config) : base(nameof(BertEncoder))
    {
        Config = config;
        register_module("embeddings/word_embeddings", Words = nn.Embedding(config.VocabSize, config.HiddenSize));
        register_module("embeddings/position_embeddings", _positions = nn.Embedding(config.MaxPositionEmbeddings, config.HiddenSize));
        register_module("embeddings/token_type_embeddings", _types = nn.Embedding(config.TypeVocabSize, config.HiddenSize));
        register_module("embeddings/LayerNorm", _norm = nn.LayerNorm(config.HiddenSize, config.LayerNormEps));
        _blocks = [.. Enumerable.Range(0, config.NumHiddenLayers).Select(_ => new BertBlock(config))];
        for (var i = 0; i < _blocks.Length; i++)
            register_module($"encoder/layer/{i}", _blocks[i]);
        register_module("pooler/dense", _pooler = nn.Linear(config.HiddenSize, config.HiddenSize));
    }

    public BertConfig Config { get; }

    /// <summary>Which of its parameters a token looks up; masked language modelling scores tokens by them too.</summary>
    public Embedding Words { get; }

    /// <param name="ids">[rows, length], padding as 0.</param>
    /// <param name="types">[rows, length].</param>
    /// <returns>The state of each token, [rows, length, hidden].</returns>
    public override Tensor forward(Tensor ids, Tensor types)
    {
        using var places = arange(ids.shape[1], dtype: ScalarType.Int64);
        var mask = zeros_like(ids, dtype: ScalarType.Float32).masked_fill_(ids == 0, Hidden).view(ids.shape[0], 1, 1, ids.shape[1]);
        var states = _norm.forward(Words.forward(ids) + _positions.forward(places) + _types.forward(types));
        states = F.dropout(states, Config.HiddenDropoutProb, training);
        foreach (var block in _blocks)
            states = block.forward(states, mask);
        return states;
    }

    /// <summary>The published summary of a sequence: tanh(dense(state of [CLS])), [rows, hidden].</summary>
    public Tensor Pool(Tensor states) => _pooler.forward(states.select(1, 0)).tanh();
}
