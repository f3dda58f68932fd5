using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Classification;

/// <summary>
/// Reads every word of texts, however long, with the head that labels words: in pieces of whole lines where they are short enough,
/// each with the words before it as its context.
/// </summary>
internal sealed class WordReader(BertTokenizer tokenizer, IBertEngine engine, Head head, int maxLength, bool oneByOne)
{
    // Turns to learn from are short: long ones are read in pieces as long as those. docs/privacy.md has what other lengths give.
    private const int WordsOfPiece = 16;

    private const int WordsOfLines = 8;

    private const int WordsBefore = 16;

    /// <summary>See <see cref="IntentClassifier.ReadWords"/>.</summary>
    public IReadOnlyList<IReadOnlyList<WordProbabilities>> Read(IReadOnlyList<Utterance> texts, CancellationToken cancellationToken)
    {
        var words = new List<WordProbabilities>[texts.Count];
        var pieces = new List<Piece>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            words[i] = [];
            pieces.AddRange(Pieces(i, texts[i]));
        }

        var read = new float[pieces.Count][][];
        TokenBatches.ForEach([.. pieces.Select(piece => piece.Tokens.Length)], oneByOne, chunk =>
        {
            var batch = TokenBatch.Of([.. chunk.Select(i => pieces[i].Tokens)]);
            var logits = engine.Run(batch).Logits[head.Name];
            for (var row = 0; row < chunk.Length; row++)
            {
                var start = row * batch.Length;
                read[chunk[row]] = [.. pieces[chunk[row]].FirstPieces.Select(piece => Logits.Softmax(logits.AsSpan((start + piece) * head.Labels.Count, head.Labels.Count)))];
            }
        }, cancellationToken);
        for (var i = 0; i < pieces.Count; i++)
            words[pieces[i].Text].AddRange(pieces[i].Words.Zip(read[i], (word, probabilities) => new WordProbabilities(word, probabilities)));
        return words;
    }

    private IEnumerable<Piece> Pieces(int index, Utterance text)
    {
        var words = TextWord.Of(text.Text);
        for (var start = 0; start < words.Length;)
        {
            var some = words[start..End(text.Text, words, start)];
            var context = start == 0 ? text.Context : text.Text[words[Math.Max(0, start - WordsBefore)].Start..words[start].Start];
            var tokens = tokenizer.Encode([.. some.Select(word => word.In(text.Text))], context, maxLength, out var firstPieces);
            // Where the words fill all there is, the last one may be cut: it belongs to the next piece.
            if (some.Length > 1 && tokens.Types.Count(type => type == 0) == maxLength)
                some = some[..Math.Max(1, Array.FindLastIndex(firstPieces, piece => piece >= 0))];
            int[] kept = [.. Enumerable.Range(0, some.Length).Where(i => firstPieces[i] >= 0)];
            if (kept.Length > 0)
                yield return new Piece(index, tokens, [.. kept.Select(i => some[i])], [.. kept.Select(i => firstPieces[i])]);
            start += some.Length;
        }
    }

    // After as many whole lines as are short together; after the first, where it alone fits; else after as many words as fit.
    private static int End(string text, TextWord[] words, int start)
    {
        if (words.Length - start <= WordsOfPiece)
            return words.Length;
        int[] ends = [.. Enumerable.Range(start + 1, WordsOfPiece).Where(end => text.AsSpan(words[end - 1].Start..words[end].Start).Contains('\n'))];
        return ends switch
        {
            [] => start + WordsOfPiece,
            [var first, ..] => Math.Max(first, ends.LastOrDefault(end => end <= start + WordsOfLines)),
        };
    }

    /// <param name="Text">Which text it is of.</param>
    /// <param name="Tokens">As the encoder reads them.</param>
    /// <param name="Words">Those that are of a token at least.</param>
    /// <param name="FirstPieces">Where each of them begins among the tokens.</param>
    private sealed record Piece(int Text, TokenSequence Tokens, TextWord[] Words, int[] FirstPieces);
}
