namespace ProfitPlanner.Intents.Ngrams;

/// <summary>Which features a text has.</summary>
/// <remarks>
/// The defaults were chosen on Banking77's training rows, three splits of 9 to 1: word pairs against single words +0.0 points,
/// triples +0.2 for a third more features, 4 characters −0.1, 6 +0.1 for two thirds more features; no document frequencies −0.5,
/// plain counts −0.1, characters within words only −0.5, every n-gram +0.1 for two thirds more features.
/// </remarks>
public sealed record NgramOptions
{
    /// <summary>Longest run of words that is a feature, from 1 to 4.</summary>
    public int Words { get; init; } = 2;

    /// <summary>Longest run of characters that is a feature, spaces between words included, from 0 to 8.</summary>
    public int Characters { get; init; } = 5;

    /// <summary>How many texts must hold an n-gram for it to be a feature.</summary>
    public int Least { get; init; } = 2;

    /// <summary>Length of the vector of what was said before; that of the text itself is 1. Words only.</summary>
    public float Context { get; init; } = 0.5f;
}
