using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Transcripts;

/// <summary>The use cases with a mask that a test can see through, and with limits that a test can reach.</summary>
public sealed class UploadingPlanner(TestPostgres postgres) : Planner, IAsyncLifetime
{
    public TranscriptLimits Limits { get; } = new();

    public TestClock Clock { get; } = new();

    internal WatchedMask Mask { get; } = new();

    public async ValueTask InitializeAsync() => Start(await postgres.CreateDatabaseAsync(), Clock, services =>
    {
        services.AddSingleton<IPersonalDataMask>(Mask);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Limits));
    });

    public ValueTask DisposeAsync() => StopAsync();
}

/// <summary>Masks words that begin with <c>secret</c>, and lets a test interfere in the middle of an import.</summary>
internal sealed class WatchedMask : IPersonalDataMask
{
    /// <summary>Runs before turns are masked, in the import's transaction; null for nothing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public bool HasModel => false;

    public IReadOnlyList<string> Mask(IReadOnlyList<TurnToMask> turns, CancellationToken cancellationToken)
    {
        Meanwhile?.Invoke().GetAwaiter().GetResult();
        return [.. turns.Select(turn => string.Join(' ', turn.Text.Split(' ').Select(word =>
            word.StartsWith("secret", StringComparison.Ordinal) ? turn.Conversation.Placeholder("secret", word) : word)))];
    }
}
