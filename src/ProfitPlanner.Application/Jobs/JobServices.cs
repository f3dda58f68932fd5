using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Jobs;

public static class JobServices
{
    /// <summary>Runs queued jobs in this process, one at a time, and beside them one training: it takes hours, and imports must not wait for it.</summary>
    public static IServiceCollection AddJobWorker(this IServiceCollection services) => services.AddHostedService<ForgottenTrainings>().AddWorker(trains: false).AddWorker(trains: true);

    // Two of one class: AddHostedService would keep the first alone.
    private static IServiceCollection AddWorker(this IServiceCollection services, bool trains) => services.AddSingleton<IHostedService>(provider =>
        ActivatorUtilities.CreateInstance<JobWorker>(provider, provider.GetServices<IJobHandler>().Where(handler => handler.Kind == JobKind.Train == trains)));

    /// <summary>What use cases and workers share.</summary>
    internal static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddScoped<JobQueue>();
        services.AddSingleton<TenantWork>();
        foreach (var handler in Assembly.GetExecutingAssembly().GetTypes().Where(t => !t.IsAbstract && typeof(IJobHandler).IsAssignableFrom(t)))
            services.AddSingleton(typeof(IJobHandler), handler);
        return services;
    }
}
