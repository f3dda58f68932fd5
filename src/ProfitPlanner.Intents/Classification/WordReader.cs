using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Classification;

/// <summary>Reads every word of texts, however long, with the head that labels words.</summary>
internal sealed class WordReader(BertTokenizer tokenizer, IBertEngine engine, Head head, int maxLength, bool oneByOne)
{
    // A piece of a text that goes on takes the words before it as its context; more of them would not fit.
    private const int WordsOfContext = 16;

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
        var context = text.Context;
        for (var start = 0; start < words.Length;)
        {
            // A word is one token at least, or none.
            var some = words.AsSpan(start, Math.Min(maxLength, words.Length - start)).ToArray();
            var tokens = tokenizer.Encode([.. some.Select(word => word.In(text.Text))], context, maxLength, out var firstPieces);
            var last = Array.FindLastIndex(firstPieces, piece => piece >= 0);
            int[] kept = [.. Enumerable.Range(0, last + 1).Where(i => firstPieces[i] >= 0)];
            if (kept.Length > 0)
                yield return new Piece(index, tokens, [.. kept.Select(i => some[i])], [.. kept.Select(i => firstPieces[i])]);
            start += last < 0 ? some.Length : last + 1;
            if (start < words.Length)
            {
                var from = words[Math.Max(0, start - WordsOfContext)].Start;
                context = text.Text[from..words[start].Start];
            }
        }
    }

    /// <param name="Text">Which text it is of.</param>
    /// <param name="Tokens">As the encoder reads them.</param>
    /// <param name="Words">Those that are of a token at least.</param>
    /// <param name="FirstPieces">Where each of them begins among the tokens.</param>
    private sealed record Piece(int Text, TokenSequence Tokens, TextWord[] Words, int[] FirstPieces);
}
