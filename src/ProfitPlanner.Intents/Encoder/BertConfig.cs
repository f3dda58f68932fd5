using System.Text.Json;

namespace ProfitPlanner.Intents.Encoder;

/// <summary>The size of a BERT encoder, as the <c>config.json</c> of a Hugging Face folder says it.</summary>
/// <remarks>Source of the architecture: Devlin et al., "BERT", 2019. Members that only others need are kept out.</remarks>
public sealed record BertConfig
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The family of models; only "bert" is read.</summary>
    public string ModelType { get; init; } = "bert";

    /// <summary>Tokens of the vocabulary.</summary>
    public required int VocabSize { get; init; }

    /// <summary>Width of a token's state.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Blocks.</summary>
    public required int NumHiddenLayers { get; init; }

    /// <summary>Heads of attention; divides <see cref="HiddenSize"/>.</summary>
    public required int NumAttentionHeads { get; init; }

    /// <summary>Width between the two dense layers of a block.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>The activation; only "gelu", the exact one, is read.</summary>
    public string HiddenAct { get; init; } = "gelu";

    /// <summary>Share of states dropped in training, in [0, 1).</summary>
    public double HiddenDropoutProb { get; init; } = 0.1;

    /// <summary>Share of attention dropped in training, in [0, 1).</summary>
    public double AttentionProbsDropoutProb { get; init; } = 0.1;

    /// <summary>Tokens of the longest sequence.</summary>
    public int MaxPositionEmbeddings { get; init; } = 512;

    /// <summary>How positions are told; only "absolute", by an embedding of each, is read.</summary>
    public string PositionEmbeddingType { get; init; } = "absolute";

    /// <summary>Kinds of token: text and context, and more that are not used.</summary>
    public int TypeVocabSize { get; init; } = 2;

    /// <summary>Added to the variance in layer normalisation.</summary>
    public double LayerNormEps { get; init; } = 1e-12;

    /// <summary>Reads a <c>config.json</c>.</summary>
    /// <exception cref="InvalidDataException">A sentence that says what is wrong, and where.</exception>
    public static BertConfig Read(string path)
    {
        BertConfig config;
        try
        {
            config = JsonSerializer.Deserialize<BertConfig>(File.ReadAllBytes(path), Json)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not the configuration of a BERT encoder: {e.Message}", e);
        }
        return config.Problem is { } problem ? throw new InvalidDataException($"{path}: {problem}") : config;
    }

    /// <summary>Writes a <c>config.json</c>.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");

    private string? Problem =>
        ModelType != "bert" ? $"model_type is '{ModelType}'; only 'bert' can be read."
        : HiddenAct != "gelu" ? $"hidden_act is '{HiddenAct}'; only 'gelu' can be read."
        : PositionEmbeddingType != "absolute" ? $"position_embedding_type is '{PositionEmbeddingType}'; only 'absolute' can be read."
        : VocabSize < 1 || HiddenSize < 1 || NumHiddenLayers < 1 || IntermediateSize < 1 || MaxPositionEmbeddings < 2 ? "a size is missing or below 1."
        : TypeVocabSize < 2 ? $"type_vocab_size is {TypeVocabSize}; a text and its context need 2."
        : NumAttentionHeads < 1 || HiddenSize % NumAttentionHeads != 0 ? $"num_attention_heads {NumAttentionHeads} does not divide hidden_size {HiddenSize}."
        : !(HiddenDropoutProb is >= 0 and < 1 && AttentionProbsDropoutProb is >= 0 and < 1) ? "a dropout is not in [0, 1)."
        : LayerNormEps > 0 ? null : "layer_norm_eps is not above 0.";
}
