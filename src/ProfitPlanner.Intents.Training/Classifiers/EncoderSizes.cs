using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>Sizes of encoders by name.</summary>
public static class EncoderSizes
{
    /// <summary>2 blocks of 128: for tests and a first look.</summary>
    public static readonly BertConfig Tiny = Of(2, 128, 2);

    /// <summary>2 blocks of 256: as good as larger ones on some ten thousand texts, in two minutes on two cores.</summary>
    public static readonly BertConfig Small = Of(2, 256, 4);

    /// <summary>4 blocks of 256.</summary>
    public static readonly BertConfig Medium = Of(4, 256, 4);

    /// <summary>12 blocks of 768: bert-base.</summary>
    public static readonly BertConfig Base = Of(12, 768, 12) with { MaxPositionEmbeddings = 512 };

    /// <summary>A size by its name.</summary>
    /// <exception cref="InvalidDataException">There is none of that name.</exception>
    public static BertConfig Named(string name) => name switch
    {
        "tiny" => Tiny,
        "small" => Small,
        "medium" => Medium,
        "base" => Base,
        _ => throw new InvalidDataException($"There is no size '{name}'; choose tiny, small, medium or base, or name a config.json."),
    };

    private static BertConfig Of(int blocks, int hidden, int heads) => new()
    {
        // As long as the vocabulary that it gets.
        VocabSize = 1,
        NumHiddenLayers = blocks,
        HiddenSize = hidden,
        NumAttentionHeads = heads,
        IntermediateSize = 4 * hidden,
        MaxPositionEmbeddings = 128,
    };
}
