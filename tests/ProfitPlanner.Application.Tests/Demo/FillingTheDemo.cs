using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Demo;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demo;

public sealed class FillingTheDemo(FillingTheDemo.DemoPlanner planner) : IClassFixture<FillingTheDemo.DemoPlanner>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newcomer_finds_scenarios_and_demand()
    {
        await planner.AsAnybody().Send(new FoundDemo.Command());
        await planner.AsAnybody().Send(new FillDemo.Command());
        await planner.AsAnybody().Send(new FillDemo.Command());

        await using var db = planner.Database.AsOwner();
        var upload = await db.Uploads.IgnoreQueryFilters().SingleAsync(Cancellation);
        Assert.Equal((UploadState.Done, 420, 0), (upload.State, (int)upload.Conversations, (int)upload.Rejected));
        Assert.False(await db.Turns.IgnoreQueryFilters().AnyAsync(turn => turn.Text.Contains("@example.com"), Cancellation));

        var scenarios = await db.Scenarios.IgnoreQueryFilters().ToListAsync(Cancellation);
        Assert.Equal(4, scenarios.Count);
        Assert.All(scenarios, scenario => Assert.Empty(scenario.Content.Problems()));
        var viewer = await planner.AsAnybody().Send(new EnterDemo.Query("viewer"));
        var shared = Assert.Single((await planner.As(new GivenPerson(viewer.PersonId, "", ""), slug: null).Send(new ListPortfolio.Query())).Dashboards);
        Assert.InRange(shared.ProbabilityOfProfit!.Value, 0.3, 0.99);

        using var worker = planner.Worker();
        while (await worker.RunNextAsync(Cancellation))
        {
        }
        var founder = await planner.AsAnybody().Send(new EnterDemo.Query("founder"));
        var demand = await planner.As(new GivenPerson(founder.PersonId, "", ""), founder.Organisation).Send(new OpenDemand.Query(null, null, null));
        Assert.Equal(420, demand.Counted!.Classified);
        Assert.NotEmpty(demand.Counted.Intents);
        // By plan.
        Assert.Equal(4, demand.Counted.Columns.Count);
        Assert.Equal(420, demand.Counted.Columns.Skip(1).Sum(segment => segment.Conversations));
        Assert.InRange(await db.Topics.IgnoreQueryFilters().CountAsync(Cancellation), 3, 40);
    }

    /// <summary>The use cases as in development, where the demo is on.</summary>
    public sealed class DemoPlanner(TestPostgres postgres) : Planner, IAsyncLifetime
    {
        public async ValueTask InitializeAsync() => Start(await postgres.CreateDatabaseAsync(), TimeProvider.System, services => services.AddDemo(enabled: true));

        public ValueTask DisposeAsync() => StopAsync();
    }
}

public sealed class WithoutTheDemo(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Nothing_is_founded_or_filled()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => planner.AsAnybody().Send(new FoundDemo.Command()));
        await Assert.ThrowsAsync<NotFoundException>(() => planner.AsAnybody().Send(new FillDemo.Command()));
    }
}
