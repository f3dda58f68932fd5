using ProfitPlanner.Application.Privacy.Rules;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Privacy;

/// <summary>What the model takes for personal data, and from which probability on it is believed.</summary>
internal static class ModelSpans
{
    // Chosen on MultiDoGO train (docs/privacy.md): what stays unmasked costs more than what is masked without need.
    private const float WithDigits = 0.03f;
    private const float Unusual = 0.08f;
    private const float Ordinary = 0.5f;

    // Longer ones are no words; what is written without spaces is not the model's language.
    private const int LongestWord = 100;

    /// <summary>Whether the model has anything to say of a text: a word that is neither ordinary nor written without spaces.</summary>
    public static bool IsNeeded(RuleText text)
    {
        for (var i = 0; i < text.Count; i++)
            if (text[i].End - text[i].Start <= LongestWord && (!text.IsOrdinary(i) || IsNameLike(text, i)))
                return true;
        return false;
    }

    /// <summary>Adds what the model finds.</summary>
    /// <param name="text">As the rules read it.</param>
    /// <param name="words">As the model read it.</param>
    /// <param name="labels">Of its head; the first is that of words that are nothing.</param>
    /// <param name="found">Is added to.</param>
    public static void Add(RuleText text, IReadOnlyList<WordProbabilities> words, IReadOnlyList<string> labels, List<PersonalSpan> found)
    {
        var place = 0;
        foreach (var (word, probabilities) in words)
        {
            var end = word.Start + word.Length;
            while (place < text.Count && text[place].End <= word.Start)
                place++;
            if (word.Length > LongestWord || place >= text.Count || text[place].Start >= end)
                continue;
            var (isOrdinary, digits, last) = (true, 0, place);
            for (var i = place; i < text.Count && text[i].Start < end; i++)
                (isOrdinary, digits, last) = (isOrdinary && text.IsOrdinary(i), digits + text[i].Digits, i);
            var least = digits > 0 ? WithDigits : isOrdinary ? Ordinary : Unusual;
            if (1 - probabilities[0] >= least)
                found.Add(new PersonalSpan(Math.Max(word.Start, text[place].Start), Math.Min(end, text[last].End), Likeliest(probabilities, labels)));
        }
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
