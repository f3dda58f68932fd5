namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>Headings of a CSV of labelled texts; upper and lower case are the same, and null stands for a column that is not there.</summary>
public sealed record CsvColumns
{
    /// <summary>What was said.</summary>
    public string Text { get; init; } = "text";

    /// <summary>What it means.</summary>
    public string Label { get; init; } = "category";

    /// <summary>What the same person said before.</summary>
    public string? Context { get; init; }

    /// <summary>Which conversation a row belongs to: the turns before it are its context, unless <see cref="Context"/> says it.</summary>
    public string? Conversation { get; init; }

    /// <summary>Where in its conversation a row stands, a number; without it, in the order of the file.</summary>
    public string? Turn { get; init; }

    /// <summary>What a text feels like; need not be filled.</summary>
    public string? Sentiment { get; init; }

    /// <summary>A tag for each word, between spaces; need not be filled.</summary>
    public string? Tags { get; init; }
}
