using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>What customers wrote gets into no message and no log.</summary>
public sealed class SecrecyTests(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private const string Secret = "my card is 4111 1111 1111 1111";

    [Fact]
    public void A_turn_does_not_write_itself_out() =>
        Assert.DoesNotContain("4111", new TurnToMask(Secret, Secret, Masks.Conversation()).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_cancelled_masking_says_nothing_of_the_text()
    {
        var cancelled = Assert.Throws<OperationCanceledException>(() => Masks.ByRules.Mask([new TurnToMask(Secret, null, Masks.Conversation())], new CancellationToken(canceled: true)));

        Assert.DoesNotContain("4111", cancelled.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_engine_rules_mask_and_it_is_said()
    {
        var mask = new PersonalDataMask(() => throw new EngineUnavailableException("Not on this platform."));

        Assert.Equal("my card is [card 1]", mask.Mask(Secret));
        Assert.False(mask.HasModel);
    }

    [Fact]
    public async Task A_job_that_fails_over_a_text_logs_the_kind_of_failure_alone()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await using (var db = planner.Database.AsOwner())
        {
            db.Add(new Job { OrganisationId = organisation.Id, Kind = JobKind.Classify, State = JobState.Queued, CreatedBy = organisation.Owner.Id, CreatedAt = DateTimeOffset.UtcNow });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using var services = new ServiceCollection().AddLogging().AddApplication(_ => planner.Database.AppConnection).BuildServiceProvider();
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        var log = new Lines();
        using var worker = new JobWorker(scopes, new TenantWork(scopes), [new Failing()], log);

        Assert.True(await worker.RunNextAsync(TestContext.Current.CancellationToken));

        Assert.Contains(log.Written, line => line.Contains(nameof(FormatException), StringComparison.Ordinal));
        Assert.All(log.Written, line => Assert.DoesNotContain("4111", line, StringComparison.Ordinal));
        await using var after = planner.Database.AsOwner();
        Assert.All(after.Jobs.ToList(), job => Assert.DoesNotContain("4111", job.Failure ?? "", StringComparison.Ordinal));
    }

    private sealed class Failing : IJobHandler
    {
        public JobKind Kind => JobKind.Classify;

        public Task RunAsync(RunningJob job, CancellationToken cancellationToken) => throw new FormatException($"'{Secret}' is no row.");
    }

    private sealed class Lines : ILogger<JobWorker>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{formatter(state, exception)} {exception}");
    }
}
