using System.Text.Json;
using System.Text.RegularExpressions;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Intents.Tests;

namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>Where the list of ordinary words is from: no word of it is anybody's name in the texts.</summary>
public sealed partial class OrdinaryWordsTests
{
    private const int LeastUses = 3;

    // An annotator slips now and then.
    private const double MostPersonal = 0.01;

    // Names all the same, or joined from two words; taken out by hand.
    private static readonly string[] TakenOut =
    [
        "andrea's", "carl", "carrie", "casy", "christie's", "craig", "devon's", "dia", "elvis", "eve", "fry", "fry's", "hank", "jake", "jean", "joe's", "johnnys", "jude",
        "kumarbooking", "laura", "lawry's", "lebron", "lucky's", "maurices", "michael's", "minh", "minnis", "morton", "morton's", "mrcharlie", "naga", "natalie", "noel",
        "orlando", "phoenix", "pietro's", "robby", "ruth's", "sal", "sam's", "stan", "torris", "wheeler", "zeus",
    ];

    [Fact]
    public void The_list_is_what_the_training_texts_give()
    {
        var (uses, personal) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var turn in DogoTurn.Read("train"))
            foreach (var (word, kind) in turn.Text.ToLowerInvariant().Split(' ').Zip(turn.Kinds))
            {
                uses[word] = uses.GetValueOrDefault(word) + 1;
                personal[word] = personal.GetValueOrDefault(word) + (kind is null ? 0 : 1);
            }
        var elsewhere = BankingTexts.Read().Concat(ClincTexts()).SelectMany(text => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)).CountBy(word => word).ToDictionary();

        var derived = uses.Where(word => word.Value >= LeastUses).Concat(elsewhere.Where(word => word.Value >= LeastUses)).Select(word => word.Key).Distinct()
            .Where(word => WholeWord().IsMatch(word) && personal.GetValueOrDefault(word) <= MostPersonal * Math.Max(1, uses.GetValueOrDefault(word)))
            .Except(TakenOut);

        Assert.Equal(derived.Order(StringComparer.Ordinal), List().Order(StringComparer.Ordinal));
    }

    private static string[] List()
    {
        using var reader = new StreamReader(typeof(IPersonalDataMask).Assembly.GetManifestResourceStream("ordinary-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string> ClincTexts()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Required(), "clinc150", "data_full_train_val.json")));
        foreach (var split in file.RootElement.EnumerateObject())
            foreach (var row in split.Value.EnumerateArray())
                yield return row[0].GetString()!;
    }

    [GeneratedRegex("[a-z]+(?:'[a-z]+)?")]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z]+(?:'[a-z]+)?$")]
    private static partial Regex WholeWord();
}
