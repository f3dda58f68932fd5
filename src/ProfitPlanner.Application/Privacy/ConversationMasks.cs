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

    private readonly byte[] _key;
    private readonly Dictionary<string, List<string>> _seen;

    /// <param name="key">Of the upload; it is forgotten once the upload has ended.</param>
    /// <param name="state">See <see cref="State"/>; null at the beginning of a conversation.</param>
    public ConversationMasks(byte[] key, string? state = null)
    {
        _key = key;
        _seen = state is null ? [] : JsonSerializer.Deserialize<Dictionary<string, List<string>>>(state)!;
    }

    /// <summary>What must be kept to go on later with the same placeholders (JSON); null while nothing was masked.</summary>
    public string? State => _seen.Count == 0 ? null : JsonSerializer.Serialize(_seen);

    /// <summary>The placeholder of a value: <c>[name 1]</c>, <c>[name 2]</c> …</summary>
    /// <param name="kind">Which personal data it is, in lower case.</param>
    /// <param name="value">What is masked; upper and lower case, blanks and punctuation do not tell values apart.</param>
    public string Placeholder(string kind, string value)
    {
        var same = string.Concat(value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var hash = Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(same)).AsSpan(0, HashBytes));
        if (!_seen.TryGetValue(kind, out var values))
            _seen[kind] = values = [];
        var place = values.IndexOf(hash);
        if (place < 0)
        {
            place = values.Count;
            values.Add(hash);
        }
        return $"[{kind} {place + 1}]";
    }
}
