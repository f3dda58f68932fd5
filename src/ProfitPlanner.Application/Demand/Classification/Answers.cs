using System.Text.RegularExpressions;
using ProfitPlanner.Application.Demand.Words;

namespace ProfitPlanner.Application.Demand.Classification;

/// <summary>
/// Turns that say something only together with what was asked: 'ok', or a bare number. What support offers is put as
/// the customer would ask for it: 'Shall I cancel it?' – 'ok' asks to cancel it.
/// </summary>
internal static partial class Answers
{
    /// <summary>Whether a turn agrees and says nothing else.</summary>
    public static bool Agrees(string text) => Agreement().IsMatch(text.Trim());

    /// <summary>Whether a turn gives a value and says nothing else: a number, a name, whatever a placeholder stands for.</summary>
    public static bool IsBareValue(string text) =>
        text.Any(char.IsLetterOrDigit) && !TurnText.Own(text).Any(char.IsLetter);

    /// <summary>What support offers in a turn, in the customer's words; null where it offers nothing.</summary>
    public static string? Offered(string text)
    {
        // The last question is the one that is answered.
        var question = Questions().Matches(TurnText.Spoken(text)).LastOrDefault()?.Value;
        if (question is null || AnythingElse().IsMatch(question))
            return null;
        if (Offer().Match(question) is { Success: true } offer)
            return Mine($"please {offer.Groups["what"].Value}");
        if (Wish().Match(question) is { Success: true } wish)
            return Mine($"I want {wish.Groups["to"].Value}{wish.Groups["what"].Value}");
        return ChineseOffer().Match(question) is { Success: true } chinese ? $"请帮我{chinese.Groups["what"].Value}" : null;
    }

    /// <summary>What is chosen from in a turn, in the customer's words: 'How many tickets would you like to book?'; null where nothing is.</summary>
    public static string? Asked(string text)
    {
        var question = Questions().Matches(TurnText.Spoken(text)).LastOrDefault()?.Value;
        return question is not null && Choice().Match(question) is { Success: true } choice
            ? Mine($"I want {choice.Groups["do"].Value} {choice.Groups["what"].Value}")
            : null;
    }

    private static string Mine(string text) => Yours().Replace(text, match => match.Value.StartsWith('y') || match.Value.StartsWith('Y') ? "my" : match.Value).Trim(' ', '?', '.');

    [GeneratedRegex(@"^(?:(?:ok(?:ay)?|k|yes|yea|yeah|yep|yup|ya|sure|fine|alright|all right|right|correct|exactly|absolutely|definitely|certainly|of course|please|please do|go ahead|do it|do so|do that|sounds good|that works|that's fine|that is fine|that would be great|great|perfect|go on|proceed|thanks|thank you|好|好的|好吧|可以|行|是|是的|对|对的|嗯|没问题|要|需要|请|麻烦了|谢谢)[\s,.!，。！~]*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agreement();

    [GeneratedRegex(@"[^.!?。！？\n]*[?？]|[^.!?。！？\n]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Questions();

    [GeneratedRegex(@"\b(?:anything|something|any other|what) else\b|\bany (?:other|more|further)\b|别的|其他|还有什么", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnythingElse();

    [GeneratedRegex(@"\b(?:(?:shall|should|can|may|could|will) (?:i|we)(?: now| just| also| then)*|(?:would|do|should) you (?:like|want|prefer|wish)(?: for)? (?:me|us) to|(?:would|do) you (?:want|like) that (?:i|we)) (?<what>\p{L}[^?]*)\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(?:would you (?:like|want|prefer)|do you (?:want|wish|need|like)|are you looking|did you want) (?<to>(?:to )?)(?<what>\p{L}[^?]*)\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\b(?:how many|how much|which|what)\s+(?<what>\p{L}[^?]*?)\s+(?:would|do|did) you (?:like|want|need|wish)\s+(?<do>to \p{L}+[^?]*)\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Choice();

    [GeneratedRegex(@"(?:要不要|需要|是否需要|要)(?:我|我们)?(?:现在)?(?:帮您|为您|帮你|为你|给您|给你)?(?<what>[^？?吗]+)(?:吗)?[？?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseOffer();

    [GeneratedRegex(@"\byours?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yours();
}
