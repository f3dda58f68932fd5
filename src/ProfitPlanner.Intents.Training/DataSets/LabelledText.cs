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

    /// <summary>A finer label, which the encoder learns beside the intent so that it tells more apart; null where there is none.</summary>
    public string? Detail { get; init; }

    /// <summary>What it feels like; null where nobody said.</summary>
    public string? Sentiment { get; init; }

    /// <summary>A tag for each word of <see cref="Text"/> (see <see cref="Tokens.TextWord"/>), <see cref="Encoder.Head.NoTag"/> where there is none; null where nobody said.</summary>
    public IReadOnlyList<string>? WordTags { get; init; }

    /// <summary>Where the row begins in its file, counted from 1.</summary>
    public int Line { get; init; }

    /// <summary>Whether the text means none of the intents.</summary>
    public bool IsOutOfScope => Labels is [OutOfScope];
}
