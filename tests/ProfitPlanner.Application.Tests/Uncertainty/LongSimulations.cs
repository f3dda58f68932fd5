using FluentValidation;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Application.Uncertainty;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Uncertainty;

/// <summary>Simulations that run beside the pages.</summary>
public sealed class LongSimulations(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly Scenario Uncertain = Examples.Article.WithSegment(
        Examples.Shops, shops => shops with { Conversion = new Estimate(new BetaDistribution(20, 80)) });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_comes_to_what_the_same_simulation_gives_at_once()
    {
        var (owner, id, _) = await GivenAsync();
        var run = await owner.Send(new StartSimulation.Command(id, Trials: 4_096, Seed: 7, SamplingMethod.PseudoRandom));

        var done = await DoneAsync(owner, id, run);

        var expected = Assert.IsType<SimulationResult>(Simulation.Run(
            Uncertain, new SimulationOptions { Trials = 4_096, Seed = 7, Method = SamplingMethod.PseudoRandom }, progress: null, Cancellation));
        var result = Assert.IsType<SimulationResult>(done.Outcome);
        Assert.Equal((expected.Trials, expected.Seed, expected.Mean, expected.P10, expected.ProbabilityOfProfit), (result.Trials, result.Seed, result.Mean, result.P10, result.ProbabilityOfProfit));
        Assert.Equal(1, done.Progress);
        Assert.Null(done.Failure);
        Assert.False(done.IsCancelled);
    }

    [Fact]
    public async Task A_cancelled_run_never_has_an_outcome()
    {
        var (owner, id, _) = await GivenAsync();
        var run = await owner.Send(new StartSimulation.Command(id, SimulationOptions.MostTrials, Seed: 1, SamplingMethod.PseudoRandom));

        var cancelled = await owner.Send(new WatchSimulation.Query(id, run, Cancel: true));

        Assert.True(cancelled!.IsCancelled);
        Assert.Null(cancelled.Outcome);
        Assert.True((await owner.Send(new WatchSimulation.Query(id, run)))!.IsCancelled);
    }

    [Fact]
    public async Task A_new_run_ends_the_one_before_which_is_then_gone()
    {
        var (owner, id, _) = await GivenAsync();
        var before = await owner.Send(new WatchSimulation.Query(
            id, await owner.Send(new StartSimulation.Command(id, SimulationOptions.MostTrials, Seed: 1, SamplingMethod.PseudoRandom))));

        var after = await owner.Send(new StartSimulation.Command(id, Trials: 10, Seed: 1, SamplingMethod.Sobol));

        Assert.True(before!.IsCancelled);
        Assert.Null(await owner.Send(new WatchSimulation.Query(id, before.Id)));
        Assert.NotNull((await DoneAsync(owner, id, after)).Outcome);
    }

    [Fact]
    public async Task The_run_of_another_person_of_another_scenario_or_of_nobody_is_not_there()
    {
        var (owner, id, organisation) = await GivenAsync();
        var colleague = planner.As(await planner.GivenMemberAsync(organisation, Role.Viewer), organisation);
        var other = await planner.GivenStoredScenarioAsync(organisation, Uncertain);
        var run = await owner.Send(new StartSimulation.Command(id, Trials: 10, Seed: 1, SamplingMethod.Sobol));

        Assert.Null(await colleague.Send(new WatchSimulation.Query(id, run, Cancel: true)));
        Assert.Null(await owner.Send(new WatchSimulation.Query(other, run, Cancel: true)));
        Assert.Null(await owner.Send(new WatchSimulation.Query(id, Guid.NewGuid())));

        Assert.False((await owner.Send(new WatchSimulation.Query(id, run)))!.IsCancelled);
    }

    [Fact]
    public async Task Two_people_run_side_by_side()
    {
        var (owner, id, organisation) = await GivenAsync();
        var viewer = planner.As(await planner.GivenMemberAsync(organisation, Role.Viewer), organisation);
        var owners = await owner.Send(new StartSimulation.Command(id, Trials: 10, Seed: 1, SamplingMethod.Sobol));
        var viewers = await viewer.Send(new StartSimulation.Command(id, Trials: 20, Seed: 1, SamplingMethod.Sobol));

        Assert.Equal(10, Assert.IsType<SimulationResult>((await DoneAsync(owner, id, owners)).Outcome).Trials);
        Assert.Equal(20, Assert.IsType<SimulationResult>((await DoneAsync(viewer, id, viewers)).Outcome).Trials);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SimulationOptions.MostTrials + 1)]
    public async Task No_trials_or_too_many_are_refused(int trials)
    {
        var (owner, id, _) = await GivenAsync();

        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new StartSimulation.Command(id, trials, Seed: 1, SamplingMethod.Sobol)));
    }

    [Fact]
    public async Task A_run_tells_how_far_it_is_and_what_broke_it_off()
    {
        var runs = new SimulationRuns();
        using var told = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var run = runs.Start(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), (progress, _) =>
        {
            progress.Report(0.25);
            told.Set();
            goOn.Wait(Cancellation);
            throw new InvalidOperationException("Broken.");
        });

        told.Wait(Cancellation);
        Assert.Equal(0.25, run.Progress);
        Assert.Null(run.Outcome);
        Assert.Null(run.Failure);
        goOn.Set();
        while (run.Failure is null)
            await Task.Delay(5, Cancellation);

        Assert.Equal("Broken.", run.Failure.Message);
        Assert.Null(run.Outcome);
    }

    private static async Task<SimulationRun> DoneAsync(Sender sender, Guid scenario, Guid id)
    {
        var run = await sender.Send(new WatchSimulation.Query(scenario, id));
        while (run is { Outcome: null, Failure: null })
            await Task.Delay(10, Cancellation);
        return run!;
    }

    private async Task<(Sender Owner, Guid Id, GivenOrganisation Organisation)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (planner.As(organisation.Owner, organisation), await planner.GivenStoredScenarioAsync(organisation, Uncertain), organisation);
    }
}
