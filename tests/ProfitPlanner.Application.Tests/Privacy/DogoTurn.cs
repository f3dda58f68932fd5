using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Intents.Taxonomy;
using ProfitPlanner.Intents.Tests;

namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>A customer's turn of MultiDoGO, in which people have marked what is personal.</summary>
/// <param name="Text">Its words with a blank between any two.</param>
/// <param name="Before">The customer's turn before it; the agents' are not in the data.</param>
/// <param name="Conversation">Which one it is of.</param>
/// <param name="Kinds">Of each word; null where it is nothing.</param>
internal sealed record DogoTurn(string Text, string? Before, string Conversation, IReadOnlyList<string?> Kinds)
{
    /// <summary>The turns of a split that have a slot for each word; the test is skipped where the data is absent.</summary>
    public static IReadOnlyList<DogoTurn> Read(string split)
    {
        var folder = Path.Combine(SharedData.Required(), "multidogo");
        using var taxonomy = JsonDocument.Parse(SupportIntents.Read());
        var kinds = taxonomy.RootElement.GetProperty("personal").EnumerateArray().ToDictionary(entry => entry.GetProperty("slot").GetString()!, entry => entry.GetProperty("to").GetString()!);
        return [.. Directory.EnumerateFiles(folder, split + ".tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(file => ReadFile(file, kinds))];
    }

    public TurnToMask ToMask() => new(Text, Before, Masks.Conversation());

    private static IEnumerable<DogoTurn> ReadFile(string path, Dictionary<string, string> kinds)
    {
        using var reader = new CsvReader(new StreamReader(path), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = "\t", BadDataFound = null });
        var rows = new List<(string Conversation, double Number, string Text, string Slots)>();
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
            if (reader["utterance"] is { Length: > 0 } text && double.TryParse(reader["turnNumber"], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                rows.Add((reader["conversationId"]!, number, text, reader["slot-labels"] ?? ""));
        foreach (var conversation in rows.GroupBy(row => row.Conversation))
        {
            string? before = null;
            foreach (var row in conversation.OrderBy(row => row.Number))
            {
                var (words, slots) = (row.Text.Split(' '), row.Slots.Split(' '));
                int[] kept = [.. Enumerable.Range(0, words.Length).Where(i => !string.IsNullOrWhiteSpace(words[i]))];
                var text = string.Join(' ', kept.Select(i => words[i].Trim()));
                if (slots.Length == words.Length && slots.All(slot => slot.Length > 0) && kept.Length > 0)
                    yield return new DogoTurn(text, before, row.Conversation, [.. kept.Select(i => kinds.GetValueOrDefault(slots[i]))]);
                before = text;
            }
        }
    }
}
