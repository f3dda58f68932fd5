using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.FineTuning;

namespace ProfitPlanner.Intents.Training.Tests;

/// <summary>Texts of words that mean nothing and one that says it all: quick to learn by the smallest encoder.</summary>
internal static class MadeUpTexts
{
    private const int Words = 30;

    private static readonly string[] Special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    public static readonly Vocabulary Vocabulary = new([.. Special, .. Enumerable.Range(0, Words).Select(i => $"w{i}")]);

    public static readonly BertConfig Config = new()
    {
        VocabSize = Vocabulary.Count,
        HiddenSize = 16,
        NumHiddenLayers = 1,
        NumAttentionHeads = 2,
        IntermediateSize = 32,
        MaxPositionEmbeddings = 16,
    };

    public static readonly FineTuneOptions Options = new() { Epochs = 20, BatchSize = 12, LearningRate = 1e-2, WarmUpSteps = 10, Averaging = 0.9, Threads = 1 };

    /// <summary>Words of no label, and the word of a label somewhere among them; without one where the label is -1.</summary>
    public static TokenSequence Sequence(int label, int seed)
    {
        var random = new Random(seed);
        var words = Enumerable.Range(0, random.Next(2, 8)).Select(_ => random.Next(10, Vocabulary.Count)).ToList();
        if (label >= 0)
            words.Insert(random.Next(words.Count + 1), Word(label));
        int[] ids = [Vocabulary.StartId, .. words, Vocabulary.SeparatorId];
        return new TokenSequence(ids, new int[ids.Length]);
    }

    /// <summary>Texts of each label in turn.</summary>
    public static TrainingText[] Of(int labels, int count, int seed = 0) =>
        [.. Enumerable.Range(0, count).Select(i => new TrainingText(Sequence(i % labels, seed * 1000 + i), [[i % labels]]))];

    public static int Word(int label) => Special.Length + label;
}
