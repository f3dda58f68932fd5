using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data;

public static class DataServices
{
    /// <summary>Registers the database behind <paramref name="source"/>, which must connect as the app's role.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> source)
    {
        services.AddSingleton(source);
        services.AddScoped<Tenant>();
        services.AddDbContext<PlannerDb>((provider, options) => PlannerDb.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddDataProtection().SetApplicationName("ProfitPlanner").PersistKeysToDbContext<PlannerDb>();
        return services;
    }

    public static IdentityBuilder AddPlannerStores(this IdentityBuilder identity) => identity.AddEntityFrameworkStores<PlannerDb>();
}
