using System.Collections.Frozen;

namespace ProfitPlanner.Application.Demand.Words;

/// <summary>
/// Which language customers write: by script where one script is one language, else by each language's commonest words.
/// Says nothing rather than guess; see docs/demand.md for how often.
/// </summary>
internal static class LanguageGuess
{
    // Of the evidence, against the next language: 'la', 'de' and 'que' are of several.
    private const double Ahead = 1.4;

    // Two common words that only one language has, or as much of shared ones.
    private const double Enough = 1.5;

    // Beyond this a longer text tells nothing new.
    private const int MostWords = 400;

    // A Chinese character says about as much as so many letters.
    private const int LettersInOne = 3;

    // Letters of an alphabet that several languages share, but that only one of those known here has.
    private static readonly FrozenDictionary<char, string> Letters = new (string Language, string Letters)[]
    {
        ("de", "ß"), ("es", "ñ"), ("pt", "ãõ"), ("pl", "łżśźńę"), ("tr", "ığş"), ("sv", "å"), ("fr", "œû"), ("uk", "іїєґ"), ("ru", "ыэъё"),
    }.SelectMany(own => own.Letters.Select(letter => (letter, own.Language))).ToFrozenDictionary(own => own.letter, own => own.Language);

    private static readonly FrozenDictionary<string, string[]> Common = WordList.Read<Dictionary<string, string>>("languages.json")
        .SelectMany(language => WordList.Words(language.Value).Select(word => (word, Language: language.Key)))
        .GroupBy(entry => entry.word, entry => entry.Language)
        .ToFrozenDictionary(word => word.Key, word => word.Distinct().ToArray());

    /// <returns>ISO 639-1, or null where it is not clear.</returns>
    public static string? Of(IEnumerable<string> texts)
    {
        string[] own = [.. texts.Select(TurnText.Own)];
        return OfScript(own) is { } script ? script.Language : OfWords([.. own.SelectMany(TurnText.Words).Take(MostWords)]);
    }

    // A name in another script does not make a text one of it: what counts is what most letters are of.
    private static (string? Language, int Count)? OfScript(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>();
        foreach (var letter in texts.SelectMany(text => text).Where(char.IsLetter))
        {
            var script = letter switch
            {
                >= '\u3040' and <= '\u30ff' => "ja",
                >= '\u3400' and <= '\u9fff' => "zh",
                >= '\uac00' and <= '\ud7a3' => "ko",
                >= '\u0370' and <= '\u03ff' => "el",
                >= '\u0590' and <= '\u05ff' => "he",
                >= '\u0e00' and <= '\u0e7f' => "th",
                < '\u0530' => "",
                _ => "other",
            };
            counts[script] = counts.GetValueOrDefault(script) + (TurnText.IsUnspaced(letter) ? LettersInOne : 1);
        }
        if (counts.Count == 0)
            return (null, 0);
        // Japanese is written with Chinese characters among its own.
        if (counts.TryGetValue("ja", out var kana) && counts.Remove("zh", out var shared))
            counts[kana * 10 >= shared ? "ja" : "zh"] = kana + shared;
        var most = counts.MaxBy(count => count.Value);
        return most.Key switch { "" => null, "other" => (null, most.Value), _ => (most.Key, most.Value) };
    }

    private static string? OfWords(string[] words)
    {
        var scores = new Dictionary<string, double>();
        foreach (var word in words)
        {
            if (Common.TryGetValue(word, out var languages))
            {
                foreach (var language in languages)
                    scores[language] = scores.GetValueOrDefault(language) + 1.0 / languages.Length;
            }
            foreach (var language in word.Where(Letters.ContainsKey).Select(letter => Letters[letter]).Distinct())
                scores[language] = scores.GetValueOrDefault(language) + 1;
        }
        var ranked = scores.OrderByDescending(score => score.Value).Take(2).ToArray();
        return ranked is [var best, ..] && best.Value >= Enough && best.Value >= Ahead * (ranked.Length > 1 ? ranked[1].Value : 0) ? best.Key : null;
    }
}
