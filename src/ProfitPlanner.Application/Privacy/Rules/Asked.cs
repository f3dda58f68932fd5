namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>What a turn asks for, which the next one may answer in a word.</summary>
/// <param name="Name">Somebody's name.</param>
/// <param name="Address">Where somebody lives.</param>
/// <param name="Amount">How much, or how many.</param>
/// <param name="Number">The kind of number that it mentions last; null where it mentions none.</param>
internal sealed record Asked(bool Name, bool Address, bool Amount, string? Number)
{
    // Who asks does so towards the end.
    private const int CharactersRead = 400;

    private static readonly Lexicon Asking = new("may can could please pls plz provide give tell share confirm verify what what's whats your need require know get have");

    private static readonly Lexicon Amounts = new("amount much many quantity quantities budget price cost");

    // "a company's name", "an e-mail address" are something else.
    private static readonly Lexicon NotOfAPerson = new("company product brand file domain host business item model app user e-mail email mail ip mac web website web-site");

    public static Asked Nothing { get; } = new(false, false, false, null);

    public static Asked By(string turn)
    {
        var said = Placeholders.Blank(turn.Length > CharactersRead ? turn[^CharactersRead..] : turn);
        var words = RuleText.Split(said);
        var (asks, name, address, amount) = (said.AsSpan().ContainsAny('?', '？'), false, false, false);
        string? number = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = said.AsSpan(words[i].Start, words[i].End - words[i].Start);
            asks |= Asking.Has(word);
            var another = i > 0 && NotOfAPerson.Has(said.AsSpan(words[i - 1].Start, words[i - 1].End - words[i - 1].Start));
            name |= !another && (word.Equals("name", StringComparison.OrdinalIgnoreCase) || word.Equals("surname", StringComparison.OrdinalIgnoreCase));
            address |= !another && word.Equals("address", StringComparison.OrdinalIgnoreCase);
            amount |= Amounts.Has(word);
            number = NumberCues.KindOf(word) ?? number;
        }
        if (ChineseRules.Mentions(said))
        {
            (asks, name, address) = (true, name || ChineseRules.AsksName(said), address || said.Contains("地址", StringComparison.Ordinal));
            number = NumberCues.KindBefore(said, said.Length) ?? number;
        }
        return asks || amount ? new Asked(asks && name, asks && address, amount, asks ? number : null) : Nothing;
    }
}
