using System.Text;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>Finds the tokens that spell texts best: WordPiece.</summary>
/// <remarks>
/// Characters are joined pair by pair to longer tokens; the next pair is always the one that makes the texts most likely under a
/// model of independent tokens (Schuster and Nakajima, "Japanese and Korean voice search", 2012). As <see cref="BertTokenizer"/>
/// spells with the longest tokens and not by joining, many of them are never used again; these are dropped for further ones.
/// The same texts, in any order, give the same vocabulary.
/// </remarks>
public static class VocabularyTrainer
{
    /// <summary>A vocabulary of texts.</summary>
    /// <remarks>
    /// First the special tokens ([PAD] as 0), then every character of the texts, also as the continuation of a word, then what was
    /// joined. Where characters would take more than half of the room, as they may in Chinese, the most frequent ones stay.
    /// </remarks>
    /// <param name="texts">Any number, read once.</param>
    /// <param name="size">Tokens at most, special ones included; fewer when the texts have not enough that occurs often.</param>
    /// <param name="lowerCase">As for the <see cref="BertTokenizer"/> that will use it.</param>
    /// <param name="minFrequency">A pair that occurs less often is not joined.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Vocabulary Train(
        IEnumerable<string> texts,
        int size,
        bool lowerCase = true,
        int minFrequency = 2,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(size, Vocabulary.Special.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(minFrequency, 1);
        var room = size - Vocabulary.Special.Length;

        var words = CountWords(texts, lowerCase, cancellationToken);
        var pieces = new Pieces(words, MostFrequentCharacters(words, room / 2));
        var tokens = pieces.Useful();
        // Each round finds as many more as were not used in the one before, until all are, or nothing is left to join.
        for (var exhausted = false; !exhausted && tokens.Count < room; tokens = pieces.Useful())
            for (var missing = room - tokens.Count; !exhausted && missing > 0; missing--)
            {
                cancellationToken.ThrowIfCancellationRequested();
                exhausted = !pieces.JoinBest(minFrequency);
            }
        return new Vocabulary([.. Vocabulary.Special, .. tokens.Take(room)]);
    }

    private static Dictionary<string, long> CountWords(IEnumerable<string> texts, bool lowerCase, CancellationToken cancellationToken)
    {
        var normalizer = new BertNormalizer(lowerCase);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var word in normalizer.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (word[0] != BertNormalizer.TooLong)
                    counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        return counts;
    }

    /// <summary>The characters that fit, each as the start of a word and, where it can be one, as a continuation.</summary>
    private static List<string> MostFrequentCharacters(Dictionary<string, long> words, int room)
    {
        var counts = new Dictionary<Rune, long>();
        foreach (var (word, count) in words)
            foreach (var character in word.EnumerateRunes())
                counts[character] = counts.GetValueOrDefault(character) + count;

        var tokens = new List<string>();
        foreach (var character in counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Select(entry => entry.Key))
        {
            string[] forms = Characters.Kind(character) == CharacterKind.Alone
                ? [character.ToString()]
                : [character.ToString(), Vocabulary.Continuation + character];
            if (tokens.Count + forms.Length > room)
                break;
            tokens.AddRange(forms);
        }
        return tokens;
    }
}
