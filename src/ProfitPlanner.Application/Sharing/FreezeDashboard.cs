using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Makes a dashboard's content out of what was chosen, as it stands now.</summary>
internal static class FreezeDashboard
{
    private const int Trials = 20_000;
    private const int Runs = 2_000;

    // Of everybody, and of each segment: as many as a picture can show.
    private const int MostIntents = 8;

    /// <summary>Of the snapshot that follows the link's latest.</summary>
    /// <exception cref="NotFoundException">A scenario is not there.</exception>
    /// <exception cref="ValidationException">The scenarios cannot all be shown in one currency.</exception>
    public static async Task<DashboardContent> RunAsync(
        PlannerDb db, ShareCorrections corrections, TimeProvider time, ShareLink link, ShareChoice choice, CancellationToken cancellationToken)
    {
        var stored = await ScenariosAsync(db, choice, cancellationToken);
        var conversion = ConversionOf(stored, choice.In);
        var evidence = await ShareEvidence.ReadAsync(db, stored, choice, cancellationToken);
        IReadOnlyList<SharedDemand> demand = choice.Parts.Contains(DashboardPart.Demand) ? await DemandAsync(db, corrections, time, cancellationToken) : [];
        var ids = new ShareIds(link);
        return new DashboardContent
        {
            Title = link.Name,
            Organisation = await db.Organisations.Where(o => o.OrganisationId == db.Tenant.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken),
            AsOf = time.GetUtcNow(),
            Version = link.LatestSnapshot + 1,
            Parts = [.. choice.Parts.Distinct().Order()],
            Depth = choice.Depth,
            Scenarios =
            [
                .. from each in stored
                   let scenario = ids.In(Shown(each.Content, choice.In, conversion))
                   select new SharedScenario
                   {
                       Id = ids.Of(each.Id),
                       Scenario = scenario,
                       Version = each.LatestVersion,
                       SavedAt = each.UpdatedAt,
                       Results = ScenarioResults.Of(scenario, Trials, Runs, cancellationToken),
                       Assumptions = [.. evidence.Of(each).Select(assumption => assumption with { Path = ids.In(assumption.Path) })],
                       Demand = demand,
                   },
            ],
            Conversion = conversion,
            Definitions = MetricDefinitions.Current,
        };
    }

    private static async Task<IReadOnlyList<StoredScenario>> ScenariosAsync(PlannerDb db, ShareChoice choice, CancellationToken cancellationToken)
    {
        Guid[] chosen = [.. choice.Scenarios.Distinct()];
        var found = await db.Scenarios.AsNoTracking().Where(s => chosen.Contains(s.Id) && s.DeletedAt == null).ToDictionaryAsync(s => s.Id, cancellationToken);
        return found.Count == chosen.Length ? [.. chosen.Select(id => found[id])] : throw new NotFoundException();
    }

    /// <returns>Null where no amount is to be converted.</returns>
    private static SharedConversion? ConversionOf(IReadOnlyList<StoredScenario> stored, ShareChoice.Conversion? wanted)
    {
        Currency[] others = [.. stored.Select(s => s.Content.Currency).Where(currency => currency.Code != wanted?.Currency).Distinct()];
        if (others.Length > 1)
            throw Refused("MixedCurrencies");
        return wanted is not null && others is [var own] ? new SharedConversion(own.Code, wanted.Rate, wanted.Of) : null;
    }

    /// <summary>The scenario as it may be seen: in the dashboard's currency, without what is the founder's alone.</summary>
    private static Scenario Shown(Scenario scenario, ShareChoice.Conversion? wanted, SharedConversion? conversion)
    {
        // Without what happened too: no part of a dashboard shows it.
        var shown = scenario with { Notes = "", Experiments = [], Actuals = [], Provenance = new Dictionary<string, Provenance>() };
        if (conversion is null || scenario.Currency.Code != conversion.From)
            return shown;
        var converted = shown.In(Currency.Of(wanted!.Currency!), conversion.Rate) ?? throw Refused("UncertainElasticity");
        return converted.Problems().Count == 0 ? converted : throw Refused("TooLarge");
    }

    private static async Task<IReadOnlyList<SharedDemand>> DemandAsync(
        PlannerDb db, ShareCorrections corrections, TimeProvider time, CancellationToken cancellationToken)
    {
        // As the founder sees it: all months, and the newest segments.
        var opened = await new OpenDemand.Handler(db, corrections, time).Handle(new OpenDemand.Query(null, null, null), cancellationToken);
        if (opened.Counted is not { } counted)
            return [];
        var named = counted.Intents.ToDictionary(intent => intent.Key);
        return
        [
            .. from column in counted.Columns
               from share in MostWanted(column, named)
               let intent = named[share.Label]
               select new SharedDemand(column.Name, new SharedIntent(intent.Name, intent.NameZh), column.Conversations, share),
        ];
    }

    private static IEnumerable<ShareEstimate> MostWanted(OpenDemand.Column column, Dictionary<string, NamedIntent> named) =>
        column.Shares.Values.Where(share => share.Given > 0 && named.ContainsKey(share.Label))
            .OrderByDescending(share => share.Corrected).ThenByDescending(share => share.Given).ThenBy(share => share.Label, StringComparer.Ordinal)
            .Take(MostIntents);

    private static ValidationException Refused(string code) => new([new ValidationFailure("Choice.Currency", code) { ErrorCode = code }]);
}
