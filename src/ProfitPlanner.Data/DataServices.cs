using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data;

public static class DataServices
{
    /// <summary>Registers the database behind <paramref name="connection"/>, which must be the app's role's.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, Func<IServiceProvider, string> connection)
    {
        services.AddSingleton(provider => PlannerDb.DataSource(connection(provider)));
        services.AddScoped<Tenant>();
        services.AddDbContext<PlannerDb>((provider, options) => PlannerDb.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddDataProtection().SetApplicationName("ProfitPlanner").PersistKeysToDbContext<PlannerDb>();
        return services;
    }

    public static IdentityBuilder AddPlannerStores(this IdentityBuilder identity) => identity.AddEntityFrameworkStores<PlannerDb>();
}
