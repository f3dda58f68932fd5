using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Tests.Tenancy;

/// <summary>A table whose rows belong to an organisation, as the model has it.</summary>
internal sealed record TenantTable(string Name, IEntityType Entity)
{
    public static IReadOnlyList<TenantTable> All { get; } = Read();

    private static TenantTable[] Read()
    {
        // A model needs a provider and no database.
        using var source = PlannerDb.DataSource("Host=nowhere");
        using var db = PlannerDb.For(source);
        return [.. RowLevelSecurity.TenantTables(db.Model).Select(e => new TenantTable($"{e.GetSchema() ?? "public"}.{e.GetTableName()}", e)).OrderBy(t => t.Name)];
    }
}
