namespace ProfitPlanner.Intents.Tokens;

/// <summary>Where a word stands in a text: what is between white space.</summary>
/// <param name="Start">Of its first character, in UTF-16.</param>
/// <param name="Length">In UTF-16.</param>
public readonly record struct TextWord(int Start, int Length)
{
    /// <summary>The words of a text, in their order.</summary>
    public static TextWord[] Of(string text)
    {
        var words = new List<TextWord>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
                i++;
            if (i > start)
                words.Add(new TextWord(start, i - start));
        }
        return [.. words];
    }

    /// <summary>The word itself.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
