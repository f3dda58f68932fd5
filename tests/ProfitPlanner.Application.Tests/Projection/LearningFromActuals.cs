using FluentValidation;
using ProfitPlanner.Application.Projection;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Projection;

/// <summary>What was booked comes into a scenario, and teaches it only what the founder accepts.</summary>
public sealed class LearningFromActuals(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Rent = $"fixedCosts/{Examples.Rent}/amount";
    private static readonly string Price = Examples.Path(Examples.Shops, "revenue/price");

    private static readonly MonthlyActual January = Month(1) with { FixedCost = 90_000, Revenue = 210_000, Customers = 2_050 };
    private static readonly MonthlyActual February = Month(2) with { FixedCost = 94_000, Revenue = 190_000, Customers = 1_950 };

    [Fact]
    public async Task Imported_months_are_added_and_a_month_that_is_there_is_replaced()
    {
        var (owner, id) = await GivenAsync();
        Assert.IsType<ChangeScenario.Result.Saved>(await owner.Send(new ImportActuals.Command(id, [January, February])));

        Assert.IsType<ChangeScenario.Result.Saved>(await owner.Send(new ImportActuals.Command(id, [Month(2) with { Cash = 5 }, Month(3) with { Cash = 6 }])));

        Assert.Equal([January, Month(2) with { Cash = 5 }, Month(3) with { Cash = 6 }], (await SavedAsync(owner, id)).Actuals.OrderBy(actual => actual.Month));
    }

    [Fact]
    public async Task No_months_or_one_that_cannot_be_are_refused_whole()
    {
        var (owner, id) = await GivenAsync();

        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new ImportActuals.Command(id, [])));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new ImportActuals.Command(id, [January, February with { Revenue = -1 }])));

        Assert.Empty((await SavedAsync(owner, id)).Actuals);
    }

    [Fact]
    public async Task Only_the_chosen_numbers_learn_and_say_from_what()
    {
        var (owner, id) = await GivenAsync(January, February);
        var before = await SavedAsync(owner, id);
        var proposals = ActualsUpdate.Propose(before).ToDictionary(proposal => proposal.Path);
        Assert.Contains(Price, proposals.Keys);

        Assert.IsType<ChangeScenario.Result.Saved>(await owner.Send(new LearnFromActuals.Command(id, [Rent], "Two months.")));

        var after = await SavedAsync(owner, id);
        Assert.Equal(proposals[Rent].After, after.FixedCosts[0].Amount);
        Assert.Equal(before.Segments[0].Revenue, after.Segments[0].Revenue);
        var (path, source) = Assert.Single(after.Provenance);
        Assert.Equal(Rent, path);
        Assert.Equal(new Provenance(ProvenanceKind.Actuals, "Two months.") { Date = DateOnly.FromDateTime(planner.Clock.GetUtcNow().UtcDateTime) }, source);
    }

    [Fact]
    public async Task A_number_of_which_nothing_is_proposed_changes_nothing()
    {
        var (owner, id) = await GivenAsync(January);
        var before = (await owner.Send(new OpenScenario.Query(id))).Revision;

        var result = await owner.Send(new LearnFromActuals.Command(id, [Examples.Path(Examples.Shops, "potentialCustomers")], "One month."));

        Assert.IsType<ChangeScenario.Result.Gone>(result);
        Assert.Equal(before, (await owner.Send(new OpenScenario.Query(id))).Revision);
    }

    [Fact]
    public async Task Nothing_chosen_or_no_reason_is_refused()
    {
        var (owner, id) = await GivenAsync(January);

        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new LearnFromActuals.Command(id, [], "One month.")));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new LearnFromActuals.Command(id, [Rent], "")));
    }

    private static MonthlyActual Month(int month) => MonthlyActual.Of(new DateOnly(2027, month, 1));

    private static async Task<Scenario> SavedAsync(Sender owner, Guid id) => (await owner.Send(new OpenScenario.Query(id))).Scenario;

    private async Task<(Sender Owner, Guid Id)> GivenAsync(params MonthlyActual[] actuals)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var scenario = Examples.Article with { Projection = new ProjectionPlan { Start = new DateOnly(2027, 1, 1) }, Actuals = actuals };
        return (planner.As(organisation.Owner, organisation), await planner.GivenStoredScenarioAsync(organisation, scenario));
    }
}
