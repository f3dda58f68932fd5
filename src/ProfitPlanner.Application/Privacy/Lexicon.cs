using System.Collections.Frozen;

namespace ProfitPlanner.Application.Privacy;

/// <summary>Words that are looked up in any case, and where they stand, without copying them.</summary>
internal sealed class Lexicon
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    public Lexicon(IEnumerable<string> words) =>
        _words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="words">With blanks between them.</param>
    public Lexicon(string words)
        : this(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
    {
    }

    public bool Has(ReadOnlySpan<char> word) => _words.Contains(word);
}
