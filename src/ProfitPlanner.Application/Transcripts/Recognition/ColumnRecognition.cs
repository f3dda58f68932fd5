using System.Text.RegularExpressions;
using ProfitPlanner.Application.Transcripts.Reading;

namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>Tells what columns hold: by their headings, and where those say nothing by what stands in them.</summary>
internal static partial class ColumnRecognition
{
    public static IReadOnlyList<ReadColumn> Of(IReadOnlyList<ReadColumn> columns, IReadOnlyList<string?[]> rows)
    {
        var roles = columns.Select(column => column.Role).ToArray();
        // What is said, when and by whom is each turn's own, however much else is known of its conversation.
        bool[] mayBeTurns = columns.Any(IsOfTurn) ? [.. columns.Select(IsOfTurn)] : [.. columns.Select(_ => true)];
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] == ColumnRole.LeftOut && ColumnNames.Of(columns[i].Name) is { } named && IsPlausible(named, Values(rows, i)))
                Give(roles, i, named);
        }
        for (var i = 0; i < roles.Length; i++)
        {
            if (mayBeTurns[i] && roles[i] == ColumnRole.LeftOut && !ColumnNames.IsPersonal(columns[i].Name) && ByContent(Values(rows, i)) is { } seen)
                Give(roles, i, seen);
        }
        if (!roles.Contains(ColumnRole.Text) && Longest(columns, roles, rows, mayBeTurns) is { } longest)
            roles[longest] = ColumnRole.Text;
        return [.. columns.Select((column, i) => column with { Role = roles[i] })];
    }

    public static bool AreDayFirst(IReadOnlyList<ReadColumn> columns, IReadOnlyList<string?[]> rows) =>
        Enumerable.Range(0, columns.Count).Where(i => columns[i].Role == ColumnRole.Time).Any(i => Times.AreDayFirst(Values(rows, i)));

    // The first column that fits keeps a role.
    private static void Give(ColumnRole[] roles, int index, ColumnRole role)
    {
        if (ColumnRoles.Several.Contains(role) || !roles.Contains(role))
            roles[index] = role;
    }

    private static List<string> Values(IReadOnlyList<string?[]> rows, int index) =>
        [.. rows.Select(row => row[index]).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];

    // 'from' may be a time, 'message' a number: a heading that its cells belie says nothing.
    private static bool IsPlausible(ColumnRole role, List<string> values) => values.Count == 0 || role switch
    {
        ColumnRole.Time => Share(values, IsTime) > 0.5,
        ColumnRole.TurnNumber => Share(values, value => TurnNumber().IsMatch(value)) > 0.5,
        ColumnRole.Text => Share(values, value => value.Any(char.IsLetter)) > 0.3,
        ColumnRole.Speaker => values.Average(value => value.Length) < 40 && Share(values, IsTime) < 0.5,
        ColumnRole.Label => values.Average(value => value.Length) < 80,
        _ => true,
    };

    private static ColumnRole? ByContent(List<string> values)
    {
        if (values.Count < 2)
            return null;
        if (Share(values, value => SpeakerWords.Of(value) is not null) > 0.9 && values.Exists(value => SpeakerWords.Of(value) == Data.Transcripts.Speaker.Customer))
            return ColumnRole.Speaker;
        if (Share(values, value => IsTime(value) && !value.All(char.IsAsciiDigit)) > 0.9)
            return ColumnRole.Time;
        // The same in rows that follow each other, again and again, and never words.
        var runs = 1 + Enumerable.Range(1, values.Count - 1).Count(i => values[i] != values[i - 1]);
        return values.Count >= 6 && runs * 2 <= values.Count && values.Distinct().Count() == runs && runs > 1
            && Share(values, value => Number().IsMatch(value)) > 0.9 ? ColumnRole.Conversation : null;
    }

    private static int? Longest(IReadOnlyList<ReadColumn> columns, ColumnRole[] roles, IReadOnlyList<string?[]> rows, bool[] mayBeTurns)
    {
        var found = Enumerable.Range(0, columns.Count)
            .Where(i => mayBeTurns[i] && roles[i] == ColumnRole.LeftOut && !ColumnNames.IsPersonal(columns[i].Name))
            .Select(i => (Index: i, Values: Values(rows, i)))
            .Where(column => column.Values.Count > 0 && Share(column.Values, value => value.Any(char.IsLetter)) > 0.5 && Share(column.Values, IsTime) < 0.5)
            .OrderByDescending(column => column.Values.Average(value => value.Length))
            .ToList();
        return found.Count == 0 ? null : found[0].Index;
    }

    private static bool IsOfTurn(ReadColumn column) => column.Name.StartsWith(JsonRows.OfTurn, StringComparison.Ordinal);

    private static double Share(List<string> values, Func<string, bool> has) => (double)values.Count(has) / values.Count;

    private static bool IsTime(string value) => Times.TryRead(value, isDayFirst: false, out _) || Times.TryRead(value, isDayFirst: true, out _);

    [GeneratedRegex(@"^\d{1,9}(?:\.0+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnNumber();

    // A number, or a key of letters and digits without a blank.
    [GeneratedRegex(@"^(?=\S*\d)[\w\-:/]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
