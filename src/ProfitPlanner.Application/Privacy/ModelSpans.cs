using ProfitPlanner.Application.Privacy.Rules;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Privacy;

/// <summary>What the model takes for personal data, and from which probability on it is believed.</summary>
internal static class ModelSpans
{
    // Chosen on MultiDoGO train (docs/privacy.md): what stays unmasked costs more than what is masked without need. Short
    // numbers are mostly quantities, and ordinary words are parts of a street at most.
    private const float LongNumber = 0.03f;
    private const float ShortNumber = 0.2f;
    private const float Counted = 0.5f;
    private const float Unusual = 0.08f;
    private const float Ordinary = 0.5f;
    private const float OrdinaryAlone = 0.95f;

    private const int DigitsOfALongNumber = 3;

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
        var taken = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
            taken[i] = 1 - words[i].Probabilities[0] >= Least(text, places[i]);
        for (var i = 0; i < words.Count; i++)
        {
            // "of" in "back of main hall": an ordinary word goes with its neighbours.
            if (!taken[i] && 1 - words[i].Probabilities[0] >= Ordinary && ((i > 0 && taken[i - 1]) || (i + 1 < words.Count && taken[i + 1])))
                taken[i] = true;
            if (taken[i])
                found.Add(new PersonalSpan(places[i].Start, places[i].End, Likeliest(words[i].Probabilities, labels)));
        }
    }

    private static float Least(RuleText text, (int Start, int End, int Word) place)
    {
        var length = place.End - place.Start;
        if (char.IsDigit(text.Text[place.Start]))
            return text.IsCounted(place.Word) ? Counted : length >= DigitsOfALongNumber ? LongNumber : ShortNumber;
        return text.IsOrdinary(place.Word) ? OrdinaryAlone : Unusual;
    }

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
