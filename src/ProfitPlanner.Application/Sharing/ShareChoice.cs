using FluentValidation;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Sharing;

/// <summary>What of an organisation a snapshot shows.</summary>
public sealed record ShareChoice
{
    public const int MostScenarios = 10;

    private const decimal LeastRate = 0.000_000_1m;
    private const decimal LargestRate = 10_000_000;

    /// <summary>Ids, the one that is shown first at the head.</summary>
    public required IReadOnlyList<Guid> Scenarios { get; init; }

    public required IReadOnlyList<DashboardPart> Parts { get; init; }

    public required EvidenceDepth Depth { get; init; }

    /// <summary>Which numbers a viewer may look behind; null for all of them.</summary>
    public IReadOnlyList<Input>? Inputs { get; init; }

    /// <summary>Null where amounts stay in the scenarios' own currency.</summary>
    public Conversion? In { get; init; }

    /// <param name="Path">See <see cref="ScenarioChange"/>.</param>
    public sealed record Input(Guid Scenario, string Path);

    /// <param name="Currency">Code of the dashboard's currency.</param>
    /// <param name="Rate">What one of the scenarios' currency is worth in it.</param>
    /// <param name="Of">Of which day the rate is.</param>
    public sealed record Conversion(string? Currency, decimal Rate, DateOnly Of);

    internal sealed class Validator : AbstractValidator<ShareChoice>
    {
        public Validator()
        {
            RuleFor(x => x.Scenarios).NotEmpty().WithErrorCode("Missing");
            RuleFor(x => x.Scenarios.Count).LessThanOrEqualTo(MostScenarios).OverridePropertyName(nameof(Scenarios)).WithErrorCode("TooMany")
                .When(x => x.Scenarios is not null);
            RuleForEach(x => x.Parts).IsInEnum();
            RuleFor(x => x.Depth).IsInEnum();
            RuleFor(x => x.In!.Currency).Must(code => ProfitModel.Currency.TryOf(code, out _)).OverridePropertyName("Currency").WithErrorCode("Unknown").When(x => x.In is not null);
            RuleFor(x => x.In!.Rate).InclusiveBetween(LeastRate, LargestRate).OverridePropertyName("Rate").WithErrorCode("OutOfRange").When(x => x.In is not null);
        }
    }
}
