using Xunit;

namespace ProfitPlanner.Testing;

/// <summary>The use cases over a database of one test class, at a time that the test sets.</summary>
public sealed class PlannerFixture(TestPostgres postgres) : Planner, IAsyncLifetime
{
    public TestClock Clock { get; } = new();

    public async ValueTask InitializeAsync() => Start(await postgres.CreateDatabaseAsync(), Clock);

    public ValueTask DisposeAsync() => StopAsync();
}
