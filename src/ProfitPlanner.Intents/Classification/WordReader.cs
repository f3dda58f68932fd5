using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Classification;

/// <summary>Reads every word of texts, however long, with the head that labels words.</summary>
internal sealed class WordReader(BertTokenizer tokenizer, IBertEngine engine, Head head, int maxLength, bool oneByOne)
{
    // What a word is, the words before it tell.
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
        for (var (start, before) = (0, 0); start < words.Length;)
        {
            // A word is one token at least, or none.
            var some = words.AsSpan(start - before, Math.Min(maxLength, words.Length - start + before)).ToArray();
            var tokens = tokenizer.Encode([.. some.Select(word => word.In(text.Text))], start == 0 ? text.Context : null, maxLength, out var firstPieces);
            var end = some.Length;
            // Where the text fills all there is, its last word may be cut: it belongs to the next piece.
            if (tokens.Types.Count(type => type == 0) == maxLength)
                end = Array.FindLastIndex(firstPieces, piece => piece >= 0);
            if (end <= before)
            {
                if (before > 0)
                {
                    // The words before leave no room for it.
                    before /= 2;
                    continue;
                }
                end = 1;
            }
            int[] kept = [.. Enumerable.Range(before, end - before).Where(i => firstPieces[i] >= 0)];
            if (kept.Length > 0)
                yield return new Piece(index, tokens, [.. kept.Select(i => some[i])], [.. kept.Select(i => firstPieces[i])]);
            start += end - before;
            before = Math.Min(WordsBefore, start);
        }
    }

    /// <param name="Text">Which text it is of.</param>
    /// <param name="Tokens">As the encoder reads them.</param>
    /// <param name="Words">Those that are of a token at least.</param>
    /// <param name="FirstPieces">Where each of them begins among the tokens.</param>
    private sealed record Piece(int Text, TokenSequence Tokens, TextWord[] Words, int[] FirstPieces);
}
