using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>What training an encoder begins with.</summary>
/// <param name="Config">Its size.</param>
/// <param name="Tokenizer">Reads texts for it.</param>
/// <param name="Weights">Of an encoder that is fine-tuned; null where they are drawn.</param>
internal sealed record TrainingStart(BertConfig Config, BertTokenizer Tokenizer, SafeTensors? Weights)
{
    // As many texts teach an encoder of their own more than it brings along.
    private const int Few = 3_000;

    // Another script reads as unknown tokens; another language in the same letters is spelt in small pieces, and passes.
    private const double MostUnknown = 0.02;

    /// <summary>
    /// The encoder that the options name; else, for few texts in its script and no size asked for, that of the model that ships;
    /// else one from the start, with a vocabulary of the texts.
    /// </summary>
    /// <exception cref="InvalidDataException">The encoder cannot be read, or does not read texts of that length: a sentence.</exception>
    public static TrainingStart Of(TrainerOptions options, IReadOnlyList<LabelledText> train, CancellationToken cancellationToken)
    {
        var start = options.Encoder is { } folder ? Of(EncoderFolder.Read(folder))
            : options.Size is null && train.Count < Few && Shipped(train) is { } shipped ? shipped
            : FromTexts(options, train, cancellationToken);
        return options.MaxLength <= start.Config.MaxPositionEmbeddings
            ? start
            : throw new InvalidDataException($"Texts of {options.MaxLength} tokens are too long: the encoder reads {start.Config.MaxPositionEmbeddings}.");
    }

    private static TrainingStart Of(EncoderFolder given) => new(given.Config, new BertTokenizer(given.Vocabulary, given.LowerCase), given.Weights);

    private static TrainingStart FromTexts(TrainerOptions options, IReadOnlyList<LabelledText> train, CancellationToken cancellationToken)
    {
        var texts = train.SelectMany(row => row.Context is null ? [row.Text] : (string[])[row.Text, row.Context]);
        var vocabulary = VocabularyTrainer.Train(texts, options.VocabularySize, cancellationToken: cancellationToken);
        return new TrainingStart((options.Size ?? EncoderSizes.Small) with { VocabSize = vocabulary.Count }, new BertTokenizer(vocabulary), null);
    }

    private static TrainingStart? Shipped(IReadOnlyList<LabelledText> train)
    {
        var shipped = Bundle.Read(ShippedModel.Folder);
        var tokenizer = new BertTokenizer(shipped.Vocabulary, shipped.Manifest.LowerCase);
        int[] ids = [.. train.SelectMany(row => tokenizer.Encode(row.Text).Ids)];
        return ids.Count(id => id == shipped.Vocabulary.UnknownId) <= MostUnknown * ids.Length
            ? new TrainingStart(shipped.Encoders[0].Config, tokenizer, shipped.Encoders[0].Weights)
            : null;
    }
}
