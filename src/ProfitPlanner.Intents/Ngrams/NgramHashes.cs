using System.Buffers;
using System.Globalization;

namespace ProfitPlanner.Intents.Ngrams;

/// <summary>The n-grams of a text, each as 32 bits of a hash.</summary>
/// <remarks>
/// A vocabulary of hashes takes 4 bytes an n-gram and no string is made to look one up. With 100,000 features, one of 43,000
/// n-grams that were never learnt is taken for one that was. The hash is part of the file format: it may not change.
/// </remarks>
internal static class NgramHashes
{
    private const ulong Prime = 0x100000001B3;

    // What keeps kinds of n-grams apart that have the same letters.
    private const ulong WordSeed = 0xCBF29CE484222325;

    private const ulong CharacterSeed = 0x9E3779B97F4A7C15;

    private const ulong ContextSeed = 0xD6E8FEB86659FD93;

    /// <summary>Adds the n-grams of words and of characters.</summary>
    public static void OfText(string text, NgramOptions options, List<uint> hashes) =>
        Gather(text, WordSeed, options.Words, options.Characters, hashes);

    /// <summary>Adds the n-grams of words of what was said before; none of them is one of a text.</summary>
    public static void OfContext(string text, NgramOptions options, List<uint> hashes) =>
        Gather(text, ContextSeed, options.Words, characters: 0, hashes);

    private static void Gather(string text, ulong seed, int longest, int characters, List<uint> hashes)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 2);
        var normal = buffer.AsSpan(0, Normalise(text, buffer));
        Words(normal, seed, longest, hashes);
        Characters(normal, characters, hashes);
        ArrayPool<char>.Shared.Return(buffer);
    }

    // Lower case, one space between words, one before and one after: " how much ? ".
    private static int Normalise(string text, char[] buffer)
    {
        var length = 0;
        buffer[length++] = ' ';
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                buffer[length++] = char.ToLowerInvariant(c);
            else if (buffer[length - 1] != ' ')
                buffer[length++] = ' ';
        if (buffer[length - 1] != ' ')
            buffer[length++] = ' ';
        return length;
    }

    // A word is a run of letters and digits, a Chinese or Japanese character, or a symbol.
    private static void Words(ReadOnlySpan<char> text, ulong seed, int longest, List<uint> hashes)
    {
        Span<ulong> endingHere = stackalloc ulong[longest];
        var words = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (text[start] == ' ')
            {
                start = end;
                continue;
            }
            while (IsPart(text[start]) && end < text.Length && IsPart(text[end]))
                end++;
            var word = seed;
            foreach (var c in text[start..end])
                word = (word ^ c) * Prime;
            word = Mixed(word);

            words++;
            for (var n = Math.Min(words, longest) - 1; n >= 0; n--)
            {
                endingHere[n] = n == 0 ? word : Mixed(endingHere[n - 1] * Prime + word);
                hashes.Add((uint)(endingHere[n] >> 32));
            }
            start = end;
        }
    }

    private static void Characters(ReadOnlySpan<char> text, int longest, List<uint> hashes)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var hash = CharacterSeed;
            for (var i = start; i < start + longest && i < text.Length; i++)
            {
                hash = (hash ^ text[i]) * Prime;
                // A space alone says nothing.
                if (i > start || text[i] != ' ')
                    hashes.Add((uint)(Mixed(hash) >> 32));
            }
        }
    }

    private static bool IsPart(char c) =>
        !IsIdeograph(c) && (char.IsLetterOrDigit(c) || c == '\'' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    // The last step of MurmurHash3: every bit of the sum bears on every bit of the hash.
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
