using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Templates;

public enum TemplateLanguage
{
    English,
    Chinese,
}

/// <summary>A text in every language of the app.</summary>
public sealed record TemplateText(string En, string Zh)
{
    public string In(TemplateLanguage language) => language == TemplateLanguage.Chinese ? Zh : En;
}

/// <summary>An illustrative number and why it is what it is.</summary>
public sealed record TemplateNumber(decimal Value, TemplateText Why);

/// <summary>A worked example of a business: a start for a founder's own numbers. One embedded file each.</summary>
public sealed record ScenarioTemplate
{
    public required string Key { get; init; }

    /// <summary>finance, health, education, home or industry.</summary>
    public required string Field { get; init; }

    public required TemplateText Name { get; init; }

    public required TemplateText Summary { get; init; }

    public required string Currency { get; init; }

    public required Period Period { get; init; }

    public required TemplateText Notes { get; init; }

    public required TemplateNumber VariableCost { get; init; }

    public required TemplateNumber RetentionCost { get; init; }

    public required IReadOnlyList<TemplateFixedCost> FixedCosts { get; init; }

    public required IReadOnlyList<TemplateSegment> Segments { get; init; }

    /// <summary>Copies the template into a scenario whose every number is marked as illustrative, with its reason.</summary>
    public Scenario ToScenario(TemplateLanguage language)
    {
        var provenance = new Dictionary<string, Provenance>();
        void Mark(string path, TemplateText why) => provenance[path] = new Provenance(ProvenanceKind.Illustrative, why.In(language));

        Mark("variableCost", VariableCost.Why);
        Mark("retentionCost", RetentionCost.Why);
        var fixedCosts = FixedCosts.Select(cost =>
        {
            var id = Guid.CreateVersion7();
            Mark($"fixedCosts/{id}/amount", cost.Amount.Why);
            return new FixedCost { Id = id, Name = cost.Name.In(language), Amount = cost.Amount.Value };
        }).ToList();
        var segments = Segments.Select(segment => segment.ToSegment(language, Mark)).ToList();

        return new Scenario
        {
            Name = Name.In(language),
            Currency = ProfitModel.Currency.Of(Currency),
            Period = Period,
            Notes = Notes.In(language),
            VariableCost = VariableCost.Value,
            RetentionCost = RetentionCost.Value,
            FixedCosts = fixedCosts,
            Segments = segments,
            Provenance = provenance,
        };
    }
}

public sealed record TemplateFixedCost(TemplateText Name, TemplateNumber Amount);
