using System.Runtime.InteropServices;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>Words in pieces, which are joined pair by pair.</summary>
internal sealed class Pieces
{
    private readonly int _characters;

    private readonly List<string> _tokens = [];

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>How often each token occurs.</summary>
    private readonly List<long> _counts = [];

    private readonly List<double> _logs = [];

    private readonly List<(string Text, int[] Pieces, long Count)> _words = [];

    private readonly Dictionary<(int Left, int Right), Pair> _pairs = [];

    /// <summary>The pairs that occur often enough to be joined, and perhaps some that do no more.</summary>
    private readonly List<Pair> _candidates = [];

    /// <summary>All pieces of all words.</summary>
    private long _total;

    /// <summary>Words in single characters.</summary>
    /// <param name="words">With how often they occur; those with an unknown character are left out.</param>
    /// <param name="characters">The characters, also as continuations.</param>
    public Pieces(IReadOnlyDictionary<string, long> words, IReadOnlyCollection<string> characters)
    {
        _characters = characters.Count;
        foreach (var character in characters)
            Number(character);
        foreach (var (text, count) in words)
        {
            int[] pieces = [.. text.EnumerateRunes().Select((rune, i) => _ids.GetValueOrDefault(i == 0 ? rune.ToString() : Vocabulary.Continuation + rune, -1))];
            if (pieces.Contains(-1))
                continue;
            _total += count * pieces.Length;
            foreach (var piece in pieces)
                Occur(piece, count);
            foreach (var pair in Neighbours(pieces))
                Add(pair, count, _words.Count);
            _words.Add((text, pieces, count));
        }
    }

    /// <summary>How many tokens there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>Joins the pair that gains the most likelihood wherever it occurs.</summary>
    /// <remarks>
    /// Where a and b become one token, the logarithm of the likelihood grows, to first order, by n(ab) ln(n(ab) n / (n(a) n(b))). The
    /// ratio alone, without n(ab) before the logarithm, is often given for WordPiece, but prefers what is rare.
    /// </remarks>
    /// <returns>False when no pair occurs often enough.</returns>
    public bool JoinBest(int minFrequency)
    {
        Pair? best = null;
        var most = double.NegativeInfinity;
        var scale = Math.Log(_total);
        var logs = CollectionsMarshal.AsSpan(_logs);
        for (var i = _candidates.Count - 1; i >= 0; i--)
        {
            var pair = _candidates[i];
            if (pair.Count < minFrequency)
            {
                pair.IsCandidate = false;
                _candidates[i] = _candidates[^1];
                _candidates.RemoveAt(_candidates.Count - 1);
                continue;
            }
            var gain = pair.Count * (pair.LogCount + scale - (logs[pair.Left] + logs[pair.Right]));
            if (gain > most || (gain == most && (pair.Left, pair.Right).CompareTo((best!.Left, best.Right)) < 0))
                (best, most) = (pair, gain);
        }
        if (best is null)
            return false;
        Join(best);
        return true;
    }

    /// <summary>The characters, and of the other tokens those that are needed to spell each word with the longest tokens from its start.</summary>
    public List<string> Useful()
    {
        var used = new bool[_tokens.Count];
        used.AsSpan(0, _characters).Fill(true);
        foreach (var (text, _, _) in _words)
            for (int start = 0, end = text.Length; start < text.Length; end--)
                if (_ids.TryGetValue(start == 0 ? text[..end] : Vocabulary.Continuation + text[start..end], out var id))
                {
                    used[id] = true;
                    // Less one by the loop.
                    (start, end) = (end, text.Length + 1);
                }
        return [.. _tokens.Where((_, id) => used[id])];
    }

    private void Join(Pair pair)
    {
        var joined = Number(_tokens[pair.Left] + _tokens[pair.Right][Vocabulary.Continuation.Length..]);
        foreach (var word in pair.Words)
        {
            var (text, before, count) = _words[word];
            var after = new List<int>(before.Length);
            for (var i = 0; i < before.Length; i++)
                if (i + 1 < before.Length && before[i] == pair.Left && before[i + 1] == pair.Right)
                {
                    after.Add(joined);
                    i++;
                }
                else
                    after.Add(before[i]);
            // A word is noted for a pair again each time that it gets it.
            if (after.Count == before.Length)
                continue;

            foreach (var neighbours in Neighbours(before))
                _pairs[neighbours].Count -= count;
            foreach (var neighbours in Neighbours(after))
                Add(neighbours, count, neighbours.Left == joined || neighbours.Right == joined ? word : null);
            var joints = before.Length - after.Count;
            Occur(joined, joints * count);
            Occur(pair.Left, -joints * count);
            Occur(pair.Right, -joints * count);
            _total -= joints * count;
            _words[word] = (text, [.. after], count);
        }
        pair.Words.Clear();
    }

    private int Number(string token)
    {
        if (_ids.TryGetValue(token, out var id))
            return id;
        _ids.Add(token, _tokens.Count);
        _tokens.Add(token);
        _counts.Add(0);
        _logs.Add(double.NegativeInfinity);
        return _tokens.Count - 1;
    }

    private void Occur(int token, long more)
    {
        _counts[token] += more;
        _logs[token] = Math.Log(_counts[token]);
    }

    private void Add((int Left, int Right) neighbours, long count, int? word)
    {
        if (!_pairs.TryGetValue(neighbours, out var pair))
            _pairs.Add(neighbours, pair = new Pair(neighbours.Left, neighbours.Right));
        pair.Count += count;
        if (word is { } index)
            pair.Words.Add(index);
        if (!pair.IsCandidate)
        {
            pair.IsCandidate = true;
            _candidates.Add(pair);
        }
    }

    private static IEnumerable<(int Left, int Right)> Neighbours(IReadOnlyList<int> pieces)
    {
        for (var i = 0; i + 1 < pieces.Count; i++)
            yield return (pieces[i], pieces[i + 1]);
    }

    private sealed class Pair(int left, int right)
    {
        private long _count;

        public int Left { get; } = left;

        public int Right { get; } = right;

        public long Count
        {
            get => _count;
            set
            {
                _count = value;
                LogCount = Math.Log(value);
            }
        }

        public double LogCount { get; private set; }

        /// <summary>The words that have it, and perhaps some that had it.</summary>
        public List<int> Words { get; } = [];

        public bool IsCandidate { get; set; }
    }
}
