namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>How a network learns from labelled texts. What each step is worth: docs/intents/training.md.</summary>
public sealed record FineTuneOptions
{
    /// <summary>Passes over the texts, at least 1.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Texts a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>At its highest, after warm-up; it falls along a cosine.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Steps over which the learning rate rises; a fifth of all where that is less.</summary>
    public int WarmUpSteps { get; init; } = 100;

    /// <summary>Of matrices, decoupled from the gradient (AdamW).</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Share of the target spread over all labels.</summary>
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Share of tokens that are left out or masked, half each.</summary>
    public double TokenDropout { get; init; } = 0.1;

    /// <summary>How often a piece of a word is passed over for a shorter one, in [0, 1). Source: Hiraoka, "MaxMatch-Dropout", 2022.</summary>
    public double SubwordDropout { get; init; } = 0.1;

    /// <summary>Share of batches in which texts whose words have labels are read one after the other, as a long turn is; in [0, 1].</summary>
    public double LongTexts { get; init; } = 0.15;

    /// <summary>Weight of the divergence of two passes with different dropout; 0 for one pass, in half the time. Source: Liang et al., "R-Drop", 2021.</summary>
    public double Consistency { get; init; } = 1;

    /// <summary>How much of itself the running average of weights keeps in a step, in [0, 1).</summary>
    public double Averaging { get; init; } = 0.998;

    /// <summary>Gradients longer than this are shortened to it.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Epochs in a row with a worse dev result than the best, after which training stops; null where it never does.</summary>
    public int? Patience { get; init; }

    /// <summary>The same seed, texts and threads give the same weights.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads of libtorch; one a core where null.</summary>
    public int? Threads { get; init; }
}
