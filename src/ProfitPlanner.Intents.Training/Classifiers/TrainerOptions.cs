using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Ngrams;
using ProfitPlanner.Intents.Training.FineTuning;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>How a classifier is made from labelled texts.</summary>
public sealed record TrainerOptions
{
    /// <summary><see cref="Encoders"/> where nothing is said.</summary>
    public const int UsualEncoders = 1;

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "intents";

    /// <summary>A folder in Hugging Face's layout whose encoder is fine-tuned; null where <see cref="Size"/> decides.</summary>
    public string? Encoder { get; init; }

    /// <summary>
    /// The size of an encoder that is trained from the start; its vocabulary decides <see cref="BertConfig.VocabSize"/>. Null for
    /// <see cref="EncoderSizes.Small"/>, and for few texts in English the encoder of the model that ships.
    /// </summary>
    public BertConfig? Size { get; init; }

    /// <summary>Tokens of a vocabulary that is trained.</summary>
    public int VocabularySize { get; init; } = 8_000;

    /// <summary>How many encoders are trained, by different seeds; 1 to 16.</summary>
    public int Encoders { get; init; } = UsualEncoders;

    /// <summary>Tokens that are read of a text with its context.</summary>
    public int MaxLength { get; init; } = 64;

    /// <summary>The linear model's features.</summary>
    public NgramOptions Ngrams { get; init; } = new();

    /// <summary>How the encoders learn; <see cref="Epochs"/> decides theirs.</summary>
    public FineTuneOptions FineTuning { get; init; } = new();

    /// <summary>Passes over the texts; null for as many as there are texts for.</summary>
    public int? Epochs { get; init; }

    /// <summary>Share of the texts in scope that may get another answer than 'none of these'.</summary>
    public double Accept { get; init; } = 0.98;

    /// <summary>Whether the final model learns from dev too, where dev was split off the texts.</summary>
    public bool Refit { get; init; } = true;

    /// <summary>A folder for checkpoints; null where none are kept.</summary>
    public string? Checkpoints { get; init; }
}
