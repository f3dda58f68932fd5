using Microsoft.ML.Tokenizers;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>Texts as BERT reads them: words after the published rules, each spelt with the longest tokens from its start.</summary>
/// <remarks>
/// Source: Devlin et al., "BERT", 2019, and github.com/google-research/bert, tokenization.py. What looks like a special token
/// in a text is read as the text that it is. The same with ICU or without; safe for use by many threads.
/// </remarks>
public sealed class BertTokenizer
{
    private readonly WordPieceTokenizer _pieces;

    /// <summary>A tokenizer of a vocabulary.</summary>
    /// <param name="vocabulary">The model's own.</param>
    /// <param name="lowerCase">Reads letters in lower case and without accents: <c>do_lower_case</c> of <c>tokenizer_config.json</c>.</param>
    public BertTokenizer(Vocabulary vocabulary, bool lowerCase = true)
    {
        (Vocabulary, LowerCase) = (vocabulary, lowerCase);
        using var file = new MemoryStream();
        vocabulary.Write(file);
        file.Position = 0;
        _pieces = WordPieceTokenizer.Create(file, new WordPieceOptions
        {
            Normalizer = new BertNormalizer(lowerCase),
            PreTokenizer = new SpaceSplitter(),
            // Counted in UTF-16; the normalizer has already replaced words that are too long in characters.
            MaxInputCharsPerWord = 2 * BertNormalizer.LongestWord,
        });
    }

    /// <summary>The tokens and their numbers.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Whether letters are read in lower case and without accents.</summary>
    public bool LowerCase { get; }

    /// <summary>[CLS] text [SEP], and, if there is a context, context [SEP].</summary>
    /// <remarks>
    /// What is too long is cut. The text goes first: it loses only what does not fit without any context, at its end. The context
    /// gets what is left, and loses from its start, as the words said last matter most; without room for a token of it, it is left out.
    /// </remarks>
    /// <param name="text">What was said.</param>
    /// <param name="context">What was said before it, the latest last.</param>
    /// <param name="maxLength">Tokens of the longest sequence, special ones included; 3 or more.</param>
    public TokenSequence Encode(string text, string? context = null, int maxLength = 64) => Join(Pieces(text), context, maxLength);

    /// <summary>The same of words, for labels that belong to them.</summary>
    /// <param name="words">A text split before, at white space for example; a word may be of several tokens.</param>
    /// <param name="context">What was said before it, the latest last.</param>
    /// <param name="maxLength">Tokens of the longest sequence, special ones included; 3 or more.</param>
    /// <param name="firstPieces">For each word the position of its first token in the sequence; -1 where it was cut or is of none.</param>
    public TokenSequence Encode(IReadOnlyList<string> words, string? context, int maxLength, out int[] firstPieces)
    {
        var said = new List<int>(maxLength);
        firstPieces = new int[words.Count];
        for (var word = 0; word < words.Count; word++)
        {
            var pieces = said.Count < maxLength - 2 ? Pieces(words[word]) : [];
            firstPieces[word] = pieces.Count > 0 ? said.Count + 1 : -1;
            said.AddRange(pieces);
        }
        return Join(said, context, maxLength);
    }

    private TokenSequence Join(IReadOnlyList<int> said, string? context, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 3);
        var before = Pieces(context ?? "");
        var saidLength = Math.Min(said.Count, maxLength - 2);
        var beforeLength = Math.Clamp(maxLength - saidLength - 3, 0, before.Count);

        var ids = new int[saidLength + 2 + (beforeLength > 0 ? beforeLength + 1 : 0)];
        var types = new int[ids.Length];
        ids[0] = Vocabulary.StartId;
        for (var i = 0; i < saidLength; i++)
            ids[i + 1] = said[i];
        ids[saidLength + 1] = Vocabulary.SeparatorId;
        if (beforeLength > 0)
        {
            for (var i = 0; i < beforeLength; i++)
                ids[saidLength + 2 + i] = before[before.Count - beforeLength + i];
            ids[^1] = Vocabulary.SeparatorId;
            types.AsSpan(saidLength + 2).Fill(1);
        }
        return new TokenSequence(ids, types);
    }

    private IReadOnlyList<int> Pieces(string text) => _pieces.EncodeToIds(text);
}
