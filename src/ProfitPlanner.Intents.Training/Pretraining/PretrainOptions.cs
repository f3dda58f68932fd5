namespace ProfitPlanner.Intents.Training.Pretraining;

/// <summary>How an encoder learns from text without labels.</summary>
public sealed record PretrainOptions
{
    /// <summary>Passes over the text, at least 1.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Texts a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>At its highest, after warm-up; it falls along a straight line.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Steps over which the learning rate rises.</summary>
    public int WarmUpSteps { get; init; } = 500;

    /// <summary>Decoupled from the gradient (AdamW).</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Share of tokens to be guessed; of these 80 % are masked, 10 % replaced, 10 % left, as published.</summary>
    public double Masked { get; init; } = 0.2;

    /// <summary>Tokens of the longest text, at most as many as the encoder has positions; what is longer is cut.</summary>
    public int MaxLength { get; init; } = 64;

    /// <summary>Steps between two checkpoints.</summary>
    public int CheckpointEvery { get; init; } = 1_000;

    /// <summary>The same seed, texts and threads give the same weights.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads of libtorch; one a core where null.</summary>
    public int? Threads { get; init; }
}
