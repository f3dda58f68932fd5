using Microsoft.ML.Tokenizers;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>Parts the words that <see cref="BertNormalizer"/> joined.</summary>
internal sealed class SpaceSplitter : PreTokenizer
{
    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text) => PreTokenize(text.AsSpan());

    public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text)
    {
        var words = new List<(int Offset, int Length)>();
        foreach (var word in text.Split(' '))
            if (word.GetOffsetAndLength(text.Length) is { Length: > 0 } found)
                words.Add(found);
        return words;
    }
}
