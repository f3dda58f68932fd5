using ProfitPlanner.Application.Privacy.Rules;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Privacy;

/// <summary>What the model takes for personal data, and from which probability on it is believed.</summary>
internal static class ModelSpans
{
    // Chosen on MultiDoGO train and on BANKING77's texts, which have no personal data (docs/privacy.md): what stays unmasked
    // costs more than what is masked without need. Short numbers are mostly quantities.
    private const float LongNumber = 0.03f;
    private const float ShortNumber = 0.2f;
    private const float Counted = 0.9f;
    private const float Unusual = 0.12f;
    private const float Placeless = 0.5f;
    private const float Capitalised = 0.3f;
    private const float English = 0.9f;
    private const float Ordinary = 0.95f;
    private const float BesideItsKind = 0.5f;
    private const float Never = 2;

    private const int DigitsOfALongNumber = 3;
    private const int LettersOfACode = 3;

    // Words of every sentence, some of which are states, too ("in", "or").
    private static readonly Lexicon Function = new("in or me hi ok id de la al co ma pa at to of the and is are a i on my for by it as us he we be so an do if no up go am was you she they its long");

    /// <summary>Whether the model has anything to say of a text: a word that is neither ordinary nor harmless.</summary>
    public static bool IsNeeded(RuleText text)
    {
        for (var i = 0; i < text.Count; i++)
            if (!text.IsHarmless(i) && (!text.IsOrdinary(i) || IsNameLike(text, i)))
                return true;
        return false;
    }

    /// <summary>Adds what the model finds.</summary>
    /// <param name="text">As the rules read it.</param>
    /// <param name="reading">As the model read it.</param>
    /// <param name="words">What it says.</param>
    /// <param name="labels">Of its head; the first is that of words that are nothing.</param>
    /// <param name="found">Is added to.</param>
    public static void Add(RuleText text, ModelReading reading, IReadOnlyList<WordProbabilities> words, IReadOnlyList<string> labels, List<PersonalSpan> found)
    {
        var places = reading.Places(words.Select(word => word.Word)).ToArray();
        string[] kinds = [.. words.Select(word => Likeliest(word.Probabilities, labels))];
        var hasDigits = Enumerable.Range(0, text.Count).Any(i => text[i].Digits > 0);
        bool[] taken = [.. words.Select((word, i) => 1 - word.Probabilities[0] >= Least(text, places[i], kinds[i], hasDigits))];
        for (var i = 0; i < words.Count; i++)
        {
            taken[i] |= 1 - words[i].Probabilities[0] >= (IsOfACode(i) ? Unusual : BesideItsKind) && GoesWithNeighbour(i);
            // "road" alone is no address.
            var isAlone = kinds[i] == PersonalKind.Address && !IsTaken(i - 1, kinds[i]) && !IsTaken(i + 1, kinds[i]);
            if (taken[i] && !(isAlone && IsKnown(text, places[i])))
                found.Add(new PersonalSpan(places[i].Start, places[i].End, kinds[i]));
        }

        // "of" in "back of main hall".
        bool GoesWithNeighbour(int i) => IsOfACode(i) || IsTaken(i - 1, kinds[i]) || (IsTaken(i + 1, kinds[i]) && !Function.Has(text.Word(places[i].Word)));

        // "he" in "he 392 v" is no word, whatever the digits beside it are taken for.
        bool IsOfACode(int i) => kinds[i] is PersonalKind.Order or PersonalKind.Card && places[i].End - places[i].Start <= LettersOfACode && (IsTakenNumber(i - 1) || IsTakenNumber(i + 1));

        bool IsTakenNumber(int i) => i >= 0 && i < words.Count && taken[i] && char.IsDigit(text.Text[places[i].Start]);

        bool IsTaken(int i, string kind) => i >= 0 && i < words.Count && taken[i] && kinds[i] == kind;
    }

    private static float Least(RuleText text, (int Start, int End, int Word) place, string kind, bool hasDigits)
    {
        if (char.IsDigit(text.Text[place.Start]))
            return text.IsCounted(place.Word) ? Counted : place.End - place.Start >= DigitsOfALongNumber ? LongNumber : ShortNumber;
        var word = text.Text.AsSpan(place.Start, place.End - place.Start);
        if (kind == PersonalKind.Name && IsNameLike(text, place.Word) && IsKnown(text, place))
            return Capitalised;
        if (Function.Has(word))
            return Never;
        // No word of a dictionary is a number or a mail box.
        if (IsKnown(text, place))
            return kind is not (PersonalKind.Name or PersonalKind.Address or PersonalKind.Password) ? Never : text.IsOrdinary(place.Word) ? Ordinary : English;
        // A country is no address.
        return kind == PersonalKind.Address && !hasDigits ? Placeless : Unusual;
    }

    // Everybody says it, or a dictionary has it.
    private static bool IsKnown(RuleText text, (int Start, int End, int Word) place)
    {
        var word = text.Text.AsSpan(place.Start, place.End - place.Start);
        return text.IsOrdinary(place.Word) || WordLists.IsEnglish(word) || IsAcronym(text, word);
    }

    // "CSV", where not everything is in capital letters.
    private static bool IsAcronym(RuleText text, ReadOnlySpan<char> word) => word.Length > 1 && !word.ContainsAnyExceptInRange('A', 'Z') && text.Text.AsSpan().ContainsAnyInRange('a', 'z');

    // An ordinary word with a capital letter within a sentence may be a name: "ask Mark".
    private static bool IsNameLike(RuleText text, int index) =>
        index > 0 && text.IsCapitalised(index) && text[index].Letters > 1 && !text.EndsSentence(index - 1) && char.IsLower(text.Text[text[index].End - 1]) && text.Text[text[index].Start + 1] != '\'';

    private static string Likeliest(float[] probabilities, IReadOnlyList<string> labels)
    {
        var best = 1;
        for (var i = 2; i < probabilities.Length; i++)
            if (probabilities[i] > probabilities[best])
                best = i;
        return labels[best];
    }
}
