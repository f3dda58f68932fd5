using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProfitPlanner.Application.Privacy;

/// <summary>
/// The placeholders of one conversation: the same value gets the same one, so that a conversation still reads. Values
/// are known by keyed hashes alone. Of one import, used by one thread at a time.
/// </summary>
public sealed class ConversationMasks
{
    // Enough that two values of one conversation are told apart, too little to be looked up.
    private const int HashBytes = 6;

    // Shorter parts of a name are initials, or words.
    private const int ShortestPart = 3;

    private readonly byte[] _key;

    // By kind, in the order of their numbers: the hash of the whole value, then those of a name's words.
    private readonly Dictionary<string, List<List<string>>> _seen;

    /// <param name="key">Of the upload; it is forgotten once the upload has ended.</param>
    /// <param name="state">See <see cref="State"/>; null at the beginning of a conversation.</param>
    public ConversationMasks(byte[] key, string? state = null)
    {
        _key = key;
        _seen = state is null ? [] : JsonSerializer.Deserialize<Dictionary<string, List<List<string>>>>(state)!;
    }

    /// <summary>What must be kept to go on later with the same placeholders (JSON); null while nothing was masked.</summary>
    public string? State => _seen.Count == 0 ? null : JsonSerializer.Serialize(_seen);

    /// <summary>Whether a name was masked, so that <see cref="NameOf"/> may know a word.</summary>
    public bool HasNames => _seen.ContainsKey(PersonalKind.Name);

    /// <summary>The placeholder of a value: <c>[name 1]</c>, <c>[name 2]</c> …</summary>
    /// <param name="kind">Which personal data it is, see <see cref="PersonalKind"/>.</param>
    /// <param name="value">What is masked; upper and lower case, blanks and punctuation do not tell values apart. A name is known by one of its words, too.</param>
    public string Placeholder(string kind, string value)
    {
        if (!_seen.TryGetValue(kind, out var values))
            _seen[kind] = values = [];
        var hash = Hash(value);
        var place = values.FindIndex(known => known[0] == hash);
        if (kind == PersonalKind.Name)
            place = PlaceOfName(values, place, hash, value);
        if (place < 0)
        {
            place = values.Count;
            values.Add([hash]);
        }
        return $"[{kind} {place + 1}]";
    }

    /// <summary>The placeholder of the name that a word is of; null where it is of none.</summary>
    public string? NameOf(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestPart || !_seen.TryGetValue(PersonalKind.Name, out var names))
            return null;
        var hash = Hash(word);
        var place = names.FindIndex(known => known.Contains(hash));
        return place < 0 ? null : $"[{PersonalKind.Name} {place + 1}]";
    }

    // "Crystal" of "Crystal Minh" is the same person; so is "Crystal Minh" where "Crystal" was said before.
    private int PlaceOfName(List<List<string>> names, int place, string whole, string value)
    {
        List<string> parts = [.. value.Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart).Select(part => Hash(part))];
        if (place < 0)
            place = names.FindIndex(known => known.Contains(whole) || parts.Contains(known[0]));
        if (place < 0)
        {
            place = names.Count;
            names.Add([whole]);
        }
        names[place].AddRange(parts.Append(whole).Except(names[place]));
        return place;
    }

    private string Hash(ReadOnlySpan<char> value)
    {
        var same = new StringBuilder(value.Length);
        foreach (var c in value)
            if (char.IsLetterOrDigit(c))
                same.Append(char.ToUpperInvariant(c));
        return Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(same.ToString())).AsSpan(0, HashBytes));
    }
}
