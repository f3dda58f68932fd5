using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>
/// Spells words with other pieces now and then, so that a word is also known by its parts. The spelling is WordPiece's, longest
/// piece first, but that a piece which fits may be passed over. Source: Hiraoka, "MaxMatch-Dropout", 2022.
/// </summary>
/// <param name="share">How often a piece that fits is passed over, in [0, 1).</param>
/// <param name="vocabulary">Of the tokens.</param>
internal sealed class SubwordDropout(double share, Vocabulary vocabulary)
{
    private readonly int[] _special = [vocabulary.StartId, vocabulary.SeparatorId, vocabulary.UnknownId, vocabulary.MaskId];

    /// <param name="text">Its tokens.</param>
    /// <param name="longest">Tokens that a text may have; a word whose pieces would go beyond keeps its own.</param>
    /// <param name="random">Decides what is passed over.</param>
    public VariedTokens Of(VariedTokens text, int longest, Random random)
    {
        if (share == 0)
            return text;
        var tokens = text.Tokens;
        var ids = new List<int>(tokens.Length);
        var types = new List<int>(tokens.Length);
        var origins = new List<int>(tokens.Length);
        for (var (from, to) = (0, 0); from < tokens.Length; from = to)
        {
            var isSpecial = _special.Contains(tokens.Ids[from]);
            for (to = from + 1; !isSpecial && to < tokens.Length && Continues(tokens.Ids[to]);)
                to++;
            var own = tokens.Ids[from..to];
            // A context that was cut may begin within a word, whose start nobody knows.
            var pieces = isSpecial || Continues(own[0]) ? own : Spell(own, random);
            ids.AddRange(ids.Count + pieces.Length + tokens.Length - to > longest ? own : pieces);
            types.AddRange(Enumerable.Repeat(tokens.Types[from], ids.Count - types.Count));
            origins.Add(text.Origins[from]);
            origins.AddRange(Enumerable.Repeat(-1, ids.Count - origins.Count));
        }
        return new VariedTokens(new TokenSequence([.. ids], [.. types]), [.. origins]);
    }

    private bool Continues(int id) =>
        vocabulary.Tokens[id].Length > Vocabulary.Continuation.Length && vocabulary.Tokens[id].StartsWith(Vocabulary.Continuation, StringComparison.Ordinal);

    private string Letters(int id) => Continues(id) ? vocabulary.Tokens[id][Vocabulary.Continuation.Length..] : vocabulary.Tokens[id];

    private int[] Spell(int[] own, Random random)
    {
        var word = string.Concat(own.Select(Letters));
        var pieces = new List<int>();
        for (var from = 0; from < word.Length;)
        {
            // The shortest that fits where all are passed over.
            var (piece, end) = (vocabulary.UnknownId, from);
            for (var to = word.Length; to > from; to--)
            {
                if (!vocabulary.TryGetId((from > 0 ? Vocabulary.Continuation : "") + word[from..to], out var fits))
                    continue;
                (piece, end) = (fits, to);
                if (random.NextDouble() >= share)
                    break;
            }
            // Other pieces may lead to where none goes on.
            if (end == from)
                return own;
            pieces.Add(piece);
            from = end;
        }
        return [.. pieces];
    }
}
