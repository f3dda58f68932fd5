using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ProfitPlanner.Application.Jobs;

public static class JobServices
{
    /// <summary>Runs queued jobs in this process.</summary>
    public static IServiceCollection AddJobWorker(this IServiceCollection services) => services.AddHostedService<JobWorker>();

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
