namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>A text and what somebody said it means.</summary>
/// <param name="Text">Without white space at its ends; never empty.</param>
/// <param name="Labels">One or more, each once, in the order of the data. <see cref="OutOfScope"/> stands alone.</param>
public sealed record LabelledText(string Text, IReadOnlyList<string> Labels)
{
    /// <summary>The label of a text that means none of the intents.</summary>
    public const string OutOfScope = "oos";

    /// <summary>What the same customer said before, oldest first, a line each; null where the data has none.</summary>
    public string? Context { get; init; }

    /// <summary>A tag for each word of <see cref="Text"/> split at single spaces, O where there is none; null where the data has none.</summary>
    public IReadOnlyList<string>? WordTags { get; init; }

    /// <summary>Where the row begins in its file, counted from 1.</summary>
    public int Line { get; init; }

    /// <summary>Whether the text means none of the intents.</summary>
    public bool IsOutOfScope => Labels is [OutOfScope];
}
