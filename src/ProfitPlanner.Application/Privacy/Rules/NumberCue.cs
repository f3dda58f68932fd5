namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>What is said of a number.</summary>
/// <param name="Kind">The kind of personal data that it is; null where that is not said.</param>
/// <param name="IsNumber">It is the number of something.</param>
/// <param name="IsAmount">It is an amount.</param>
/// <param name="Distance">How many words away.</param>
internal readonly record struct NumberCue(string? Kind, bool IsNumber, bool IsAmount, int Distance)
{
    /// <summary>Words between a cue and its number that are still said of it alone.</summary>
    public const int Near = 3;

    private const int Reach = 5;
    private const int ReachAfter = 7;

    // Of more words no number is the answer to a question.
    private const int WordsOfAnAnswer = 12;

    private static readonly Lexicon Pointing = new("is are was for as");

    /// <summary>What is said before a number, after it, or by who asked for it.</summary>
    /// <param name="text">The turn.</param>
    /// <param name="first">The number, or its first group of digits.</param>
    public static NumberCue Of(RuleText text, int first)
    {
        if (NumberCues.KindBefore(text.Text, text[first].Start) is { } chinese)
            return new NumberCue(chinese, IsNumber: true, IsAmount: false, Distance: 1);
        var some = default(NumberCue);
        for (var i = first - 1; i >= Math.Max(0, first - Reach) && !text.EndsSentence(i); i--)
        {
            var word = text.Word(i);
            if (NumberCues.KindOf(word) is { } kind)
                return new NumberCue(kind, IsNumber: true, IsAmount: false, first - i);
            if (!some.IsNumber && first - i <= Near && NumberCues.Amounts.Has(word))
                return new NumberCue(null, IsNumber: false, IsAmount: true, first - i);
            if (!some.IsNumber && NumberCues.Unspecific.Has(word))
                some = new NumberCue(null, IsNumber: true, IsAmount: false, first - i);
        }
        return After(text, first) ?? (some.IsNumber || text.Asked.Number is not { } asked || text.Count > WordsOfAnAnswer
            ? some
            : new NumberCue(asked, IsNumber: true, IsAmount: false, Near));
    }

    // "1718 are the last four of my account".
    private static NumberCue? After(RuleText text, int number)
    {
        if (number + 1 < text.Count && Pointing.Has(text.Word(number + 1)) && !text.EndsSentence(number))
            for (var i = number + 2; i < Math.Min(text.Count, number + 2 + ReachAfter) && !text.EndsSentence(i - 1); i++)
                if (NumberCues.KindOf(text.Word(i)) is { } kind)
                    return new NumberCue(kind, IsNumber: true, IsAmount: false, Near);
        return null;
    }
}
