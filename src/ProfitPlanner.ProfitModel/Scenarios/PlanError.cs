namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What is wrong with a plan file, in terms of the file.</summary>
/// <param name="JsonPath">Where: <c>$.segments[0].conversion</c>.</param>
/// <param name="Message">What, in English and without a line break.</param>
/// <param name="Line">The line [from 1], where the text is no JSON.</param>
/// <param name="Column">The character of the line [from 1], where the text is no JSON.</param>
public sealed record PlanError(string JsonPath, string Message, int? Line = null, int? Column = null)
{
    /// <summary>One line.</summary>
    public override string ToString() =>
        Line is null ? $"{JsonPath}: {Message}" : FormattableString.Invariant($"{JsonPath}: {Message} (line {Line}, column {Column})");
}
