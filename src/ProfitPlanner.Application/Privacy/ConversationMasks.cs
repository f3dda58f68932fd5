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

    // Where in that order a value stands, by kind and hash; and the first name that has a word, whole or in part.
    private readonly Dictionary<(string Kind, string Hash), int> _places = [];
    private readonly Dictionary<string, int> _namesByWord = [];

    /// <param name="key">Of the upload; it is forgotten once the upload has ended.</param>
    /// <param name="state">See <see cref="State"/>; null at the beginning of a conversation.</param>
    public ConversationMasks(byte[] key, string? state = null)
    {
        _key = key;
        _seen = state is null ? [] : JsonSerializer.Deserialize<Dictionary<string, List<List<string>>>>(state)!;
        foreach (var (kind, values) in _seen)
        {
            for (var place = 0; place < values.Count; place++)
            {
                _places.TryAdd((kind, values[place][0]), place);
                if (kind == PersonalKind.Name)
                    Know(values[place], place);
            }
        }
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
        string[] parts = kind == PersonalKind.Name ? Parts(value) : [];
        if ((PlaceOf(kind, hash) ?? (kind == PersonalKind.Name ? PlaceOfName(hash, parts) : null)) is not { } place)
        {
            place = values.Count;
            values.Add([hash]);
            _places.Add((kind, hash), place);
        }
        if (kind == PersonalKind.Name)
        {
            values[place].AddRange(parts.Append(hash).Except(values[place]));
            Know(values[place], place);
        }
        return $"[{kind} {place + 1}]";
    }

    /// <summary>The placeholder of the name that a word is of; null where it is of none.</summary>
    public string? NameOf(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestPart || !HasNames)
            return null;
        return _namesByWord.TryGetValue(Hash(word), out var place) ? $"[{PersonalKind.Name} {place + 1}]" : null;
    }

    // "Crystal" of "Crystal Minh" is the same person; so is "Crystal Minh" where "Crystal" was said before.
    private int? PlaceOfName(string whole, string[] parts)
    {
        int?[] places = [_namesByWord.TryGetValue(whole, out var place) ? place : null, .. parts.Select(part => PlaceOf(PersonalKind.Name, part))];
        return places.Min();
    }

    private int? PlaceOf(string kind, string hash) => _places.TryGetValue((kind, hash), out var place) ? place : null;

    private void Know(List<string> name, int place)
    {
        foreach (var word in name)
            _namesByWord[word] = Math.Min(place, _namesByWord.GetValueOrDefault(word, place));
    }

    private string[] Parts(string value) =>
        [.. value.Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart).Select(part => Hash(part))];

    private string Hash(ReadOnlySpan<char> value)
    {
        var same = new StringBuilder(value.Length);
        foreach (var c in value)
            if (char.IsLetterOrDigit(c))
                same.Append(char.ToUpperInvariant(c));
        return Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(same.ToString())).AsSpan(0, HashBytes));
    }
}
