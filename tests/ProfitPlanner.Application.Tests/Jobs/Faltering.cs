using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ProfitPlanner.Application.Tests.Jobs;

/// <summary>A database that is away for so many tries, once so many have succeeded.</summary>
internal sealed class Faltering(IServiceScopeFactory inner) : IServiceScopeFactory
{
    private int _failures;

    public int Failures { get => Volatile.Read(ref _failures); set => Volatile.Write(ref _failures, value); }

    public int Successes { get; set; }

    public IServiceScope CreateScope()
    {
        if (Failures == 0 || Successes-- > 0)
            return inner.CreateScope();
        Failures--;
        throw new InvalidOperationException("Wrapped as Entity Framework does.", new NpgsqlException("Away.", new TimeoutException()));
    }
}
