using Microsoft.Extensions.DependencyInjection;

namespace ProfitPlanner.Application.Tests.Jobs;

/// <summary>A database that is away for so many tries.</summary>
internal sealed class Faltering(IServiceScopeFactory inner) : IServiceScopeFactory
{
    private int _failures;

    public int Failures { get => Volatile.Read(ref _failures); set => Volatile.Write(ref _failures, value); }

    public IServiceScope CreateScope()
    {
        if (Failures == 0)
            return inner.CreateScope();
        Failures--;
        throw new TimeoutException();
    }
}
