using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A scenario's numbers as people call them, and as they stand in fields.</summary>
public sealed class InputWords(IStringLocalizer<ScenarioTexts> texts)
{
    /// <summary>As in "Schools: conversion"; an entry of a list goes by its name.</summary>
    public string Name(string path, Scenario scenario)
    {
        var parts = path.Split('/');
        string field = texts[$"Field.{parts[^1]}"];
        return string.Join(": ", Entries(parts, [scenario]).Append(field));
    }

    /// <summary>The number as it is typed.</summary>
    public static string Field(ScenarioInput input) => EstimateText.Write(input.Estimate, input.Measure == Measure.Share);

    /// <summary>Its value and, of an uncertain one, what it may be eight times in ten; rounded for reading.</summary>
    public static string Summary(ScenarioInput input, Scenario scenario)
    {
        var value = Value(input, input.Estimate.Value, scenario);
        if (input.Estimate.Distribution is not { } distribution)
            return value;
        string At(double probability) =>
            Value(input, (decimal)Math.Clamp(distribution.Quantile(probability), (double)input.Least, (double)input.Most), scenario);
        return $"{value} ({At(0.1)} – {At(0.9)})";
    }

    /// <summary>A value of it, rounded for reading.</summary>
    public static string Value(ScenarioInput input, decimal value, Scenario scenario) => input.Measure switch
    {
        Measure.Share => Format.Percent(Math.Round(value, 4)),
        Measure.Money => Format.Money(value, scenario.Currency),
        Measure.Count => Format.Number(value),
        _ => Format.Digits((double)value),
    };

    /// <summary>The names of the entries that a path leads through, each as the first scenario has it that has it.</summary>
    internal static IEnumerable<string> Entries(IEnumerable<string> parts, IReadOnlyList<Scenario> scenarios) =>
        from part in parts
        where Guid.TryParse(part, out _)
        select scenarios.Select(scenario => NameOf(Guid.Parse(part), scenario)).FirstOrDefault(name => name is not null) into name
        where name is not null
        select name;

    private static string? NameOf(Guid id, Scenario scenario) =>
        scenario.Segments.FirstOrDefault(s => s.Id == id)?.Name
        ?? scenario.FixedCosts.FirstOrDefault(c => c.Id == id)?.Name
        ?? scenario.Projection?.Channels.FirstOrDefault(c => c.Id == id)?.Name
        ?? scenario.Projection?.CostLines.FirstOrDefault(c => c.Id == id)?.Name
        ?? scenario.Projection?.FundingRounds.FirstOrDefault(r => r.Id == id)?.Name;
}
