using Microsoft.EntityFrameworkCore.Design;

namespace ProfitPlanner.Data.Setup;

/// <summary>For <c>dotnet ef migrations add</c>, which needs a model and no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PlannerDb>
{
    public PlannerDb CreateDbContext(string[] args) => PlannerDb.For(PlannerDb.DataSource("Host=nowhere"));
}
