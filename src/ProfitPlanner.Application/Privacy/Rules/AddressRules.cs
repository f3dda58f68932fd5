using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Postal addresses that are written with Latin letters: a number and a street, or what follows 'address is'.</summary>
internal static partial class AddressRules
{
    // Words between a house number and the kind of street.
    private const int MostStreetWords = 4;

    // Words between the street and the postal code.
    private const int MostTownWords = 7;

    private const int MostHouseDigits = 6;

    private const int WordsOfAnAnswer = 24;

    private static readonly Lexicon Streets = new("street avenue ave road rd lane ln boulevard blvd highway hwy parkway pkwy terrace nagar colony crescent straße strasse gasse");

    // Words of other things, too: there must be a name before them.
    private static readonly Lexicon PerhapsStreets = new("st drive dr court ct way place pl square sq circle cir park row close mews trail trl alley platz weg");

    private static readonly Lexicon StreetsBefore = new("rue calle via rua avenida avenue boulevard plaza piazza viale");
    private static readonly Lexicon NeverInStreets = new("a an the on in of for to is are my your i you and or at with from by pm am");
    private static readonly Lexicon Units = new("apt apartment unit suite ste floor flat room no block building bldg po box");

    private static readonly Lexicon States = new(
        "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy usa uk");

    private static readonly Lexicon NotOfAPerson = new("email e-mail mail ip mac web website url gmail");
    private static readonly Lexicon Linking = new("is are at to as");
    private static readonly Lexicon Ending = new("phone contact mobile cell tel telephone email e-mail mail name number and my please thanks thank ssn account card order");

    public static void Find(RuleText text, List<PersonalSpan> found)
    {
        var hasDigits = false;
        for (var i = 0; i < text.Count; i++)
        {
            hasDigits |= text[i].Digits > 0;
            if (IsHouse(text[i]) && StreetAfter(text, i) is { } street)
                i = AddTo(found, text, i, EndOf(text, street));
            else if (StreetsBefore.Has(text.Word(i)) && HouseAfter(text, i) is { } house)
                i = AddTo(found, text, i > 0 && IsHouse(text[i - 1]) ? i - 1 : i, EndOf(text, house));
            else if (text[i].IsAlphabetic && text.Word(i).Equals("address", StringComparison.OrdinalIgnoreCase) && !(i > 0 && NotOfAPerson.Has(text.Word(i - 1))))
                FindStated(text, i + 1, found);
        }
        if (!hasDigits)
            return;
        if (text.Count <= WordsOfAnAnswer && text.Asked.Address)
            FindStated(text, 0, found);
        foreach (var match in Others().EnumerateMatches(text.Text))
            found.Add(new PersonalSpan(match.Index, match.Index + match.Length, PersonalKind.Address));
    }

    private static bool IsHouse(RuleWord word) => word.Digits is > 0 and <= MostHouseDigits && word.Letters <= 1;

    private static int? StreetAfter(RuleText text, int house)
    {
        for (var i = house + 1; i < Math.Min(text.Count, house + 2 + MostStreetWords) && !text.Gap(i - 1).ContainsAny("?!;\n"); i++)
        {
            var word = text.Word(i);
            var isNamed = !text.IsOrdinary(i - 1);
            if (i > house + 1 && (Streets.Has(word) || (isNamed && PerhapsStreets.Has(word))))
                return i;
            if (NeverInStreets.Has(word))
                return null;
        }
        return null;
    }

    // "12 rue de la Paix", "calle Mayor 5".
    private static int? HouseAfter(RuleText text, int street)
    {
        if (street > 0 && IsHouse(text[street - 1]))
            return Math.Min(text.Count - 1, street + 2);
        for (var i = street + 2; i < Math.Min(text.Count, street + 2 + MostStreetWords) && !text.EndsSentence(i - 1); i++)
            if (IsHouse(text[i]))
                return i;
        return null;
    }

    /// <summary>The last word of the town, the state and the postal code, where they follow.</summary>
    private static int EndOf(RuleText text, int street)
    {
        var end = street;
        for (var i = street + 1; i < Math.Min(text.Count, street + 1 + MostTownWords) && !text.Gap(i - 1).ContainsAny("?!;\n"); i++)
        {
            var word = text.Word(i);
            if (Ending.Has(word) || NumberCues.Units.Has(word))
                break;
            if (Units.Has(word) || text[i].Digits > 0 || (States.Has(word) && (i > street + 1 || text.Gap(i - 1).Contains(','))))
                end = i;
            else if (NeverInStreets.Has(word) && !States.Has(word))
                break;
        }
        // Without a state or a code: the names that follow at once.
        while (end + 1 < text.Count && !text.EndsSentence(end) && text[end + 1].IsAlphabetic && text.IsCapitalised(end + 1) && !text.IsOrdinary(end + 1))
            end++;
        return end;
    }

    private static void FindStated(RuleText text, int from, List<PersonalSpan> found)
    {
        while (from < text.Count && (Linking.Has(text.Word(from)) || text.IsOrdinary(from)) && text[from].Digits == 0)
            from++;
        var (last, digits) = (-1, 0);
        for (var i = from; i < text.Count && i < from + WordsOfAnAnswer && !Ending.Has(text.Word(i)); i++)
        {
            digits += text[i].Digits;
            if (!text.IsOrdinary(i) || text[i].Digits > 0)
                last = i;
            if (text.EndsSentence(i) && !(i + 1 < text.Count && text.Gap(i).Contains('\n')))
                break;
        }
        // A street and a number at least; a number alone is the matter of other rules.
        if (last > from && digits > 0)
            AddTo(found, text, from, last);
    }

    private static int AddTo(List<PersonalSpan> found, RuleText text, int first, int last)
    {
        found.Add(new PersonalSpan(text[first].Start, text[last].End, PersonalKind.Address));
        return last;
    }

    [GeneratedRegex(@"\bp\.? ?o\.? ?box \d{1,8}|\b\p{L}[\p{L}-]{1,40}(?:straße|strasse|str\.|gasse|weg|platz|allee) \d{1,4} ?[a-z]?\b(?:, ?\d{5} \p{L}+)?|\b\d{5} \p{Lu}\p{L}+(?=, (?:Germany|Deutschland|France))|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
