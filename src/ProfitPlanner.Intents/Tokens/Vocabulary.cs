using System.Text;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>The tokens that a BERT model knows, each with its number: a <c>vocab.txt</c> in Hugging Face's layout.</summary>
/// <remarks>The file is UTF-8, one token a line; a token's number is its line, counted from 0. Immutable.</remarks>
public sealed class Vocabulary
{
    internal const string Padding = "[PAD]", Unknown = "[UNK]", Start = "[CLS]", Separator = "[SEP]", Mask = "[MASK]";

    /// <summary>Stands before a token that continues a word.</summary>
    public const string Continuation = "##";

    /// <summary>The tokens that every vocabulary has, in the order in which a new one begins.</summary>
    internal static readonly string[] Special = [Padding, Unknown, Start, Separator, Mask];

    private readonly string[] _tokens;

    private readonly Dictionary<string, int> _ids;

    /// <summary>A vocabulary of these tokens, numbered from 0.</summary>
    /// <exception cref="InvalidDataException">A sentence that names the line: a token is empty or stands twice, a special one is missing, or [PAD] is not the first.</exception>
    public Vocabulary(IEnumerable<string> tokens)
    {
        _tokens = [.. tokens];
        _ids = new Dictionary<string, int>(_tokens.Length, StringComparer.Ordinal);
        for (var id = 0; id < _tokens.Length; id++)
            if (_tokens[id].AsSpan().ContainsAny('\r', '\n') || _tokens[id].Length == 0)
                throw new InvalidDataException($"Line {id + 1} holds no token: each line has exactly one.");
            else if (!_ids.TryAdd(_tokens[id], id))
                throw new InvalidDataException($"Line {id + 1} repeats the token {_tokens[id]} of line {_ids[_tokens[id]] + 1}.");

        foreach (var token in Special)
            if (!_ids.ContainsKey(token))
                throw new InvalidDataException($"No line holds the token {token}, which every BERT vocabulary has.");
        if (_ids[Padding] != 0)
            throw new InvalidDataException($"Line {_ids[Padding] + 1} holds {Padding}, which must stand in line 1: sequences are padded with 0.");
        (UnknownId, StartId, SeparatorId, MaskId) = (_ids[Unknown], _ids[Start], _ids[Separator], _ids[Mask]);
    }

    /// <summary>How many tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>All tokens, in the order of their numbers.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>The number of [PAD], which fills sequences up: always 0.</summary>
    public static int PaddingId => 0;

    /// <summary>The number of [UNK], a word that cannot be spelt.</summary>
    public int UnknownId { get; }

    /// <summary>The number of [CLS], which begins a sequence.</summary>
    public int StartId { get; }

    /// <summary>The number of [SEP], which ends a text.</summary>
    public int SeparatorId { get; }

    /// <summary>The number of [MASK], which hides a token in pre-training.</summary>
    public int MaskId { get; }

    /// <summary>The number of a token.</summary>
    /// <exception cref="KeyNotFoundException">There is none like it.</exception>
    public int this[string token] => _ids[token];

    /// <summary>Whether there is a token, and its number.</summary>
    public bool TryGetId(string token, out int id) => _ids.TryGetValue(token, out id);

    /// <summary>Reads a <c>vocab.txt</c>.</summary>
    /// <exception cref="InvalidDataException">A sentence that names the file and the line.</exception>
    public static Vocabulary Read(string path)
    {
        try
        {
            return new Vocabulary(File.ReadLines(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"{path} is not a text file in UTF-8: save it as one.", e);
        }
    }

    /// <summary>Writes a <c>vocab.txt</c>.</summary>
    public void Write(string path)
    {
        using var file = File.Create(path);
        Write(file);
    }

    internal void Write(Stream file)
    {
        using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        foreach (var token in _tokens)
            writer.WriteLine(token);
    }
}
