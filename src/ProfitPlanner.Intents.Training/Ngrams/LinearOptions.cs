using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Ngrams;

namespace ProfitPlanner.Intents.Training.Ngrams;

/// <summary>How a linear model is trained.</summary>
public sealed record LinearOptions
{
    /// <summary><see cref="HeadKind.OneLabel"/> or <see cref="HeadKind.AnyLabels"/>.</summary>
    public HeadKind Kind { get; init; } = HeadKind.OneLabel;

    /// <summary>Which features a text has.</summary>
    public NgramOptions Ngrams { get; init; } = new();

    /// <summary>Passes over the rows.</summary>
    public int Passes { get; init; } = 20;

    /// <summary>Same rows, options and seed: same model, bit by bit.</summary>
    public int Seed { get; init; } = 1;
}
