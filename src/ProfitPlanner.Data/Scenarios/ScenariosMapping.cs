using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Data.Scenarios;

internal sealed class ScenariosMapping : IEntityTypeConfiguration<StoredScenario>, IEntityTypeConfiguration<ScenarioVersion>
{
    // A scenario is immutable, so the reference tells whether it changed.
    private static readonly ValueComparer<Scenario> ByReference = new(
        (a, b) => ReferenceEquals(a, b), s => s.GetHashCode(), s => s);

    public void Configure(EntityTypeBuilder<StoredScenario> scenario)
    {
        scenario.ToTable("scenarios");
        scenario.HasKey(x => new { x.OrganisationId, x.Id });
        AsDocument(scenario.Property(x => x.Content));
        scenario.Property(x => x.Revision).IsConcurrencyToken();
        scenario.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        scenario.HasOne<Person>().WithMany().HasForeignKey(x => x.UpdatedBy).OnDelete(DeleteBehavior.Restrict);
        scenario.HasMany(x => x.Versions).WithOne().HasForeignKey(x => new { x.OrganisationId, x.ScenarioId }).OnDelete(DeleteBehavior.Cascade);
        scenario.Navigation(x => x.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<ScenarioVersion> version)
    {
        version.ToTable("scenario_versions");
        version.HasKey(x => new { x.OrganisationId, x.ScenarioId, x.Number });
        AsDocument(version.Property(x => x.Content));
        version.Property(x => x.Cause).HasConversion<string>().HasMaxLength(20);
        version.HasOne<Person>().WithMany().HasForeignKey(x => x.SavedBy).OnDelete(DeleteBehavior.Restrict);
    }

    private static void AsDocument(PropertyBuilder<Scenario> content) => content
        .HasConversion(s => ScenarioJson.Write(s), json => ScenarioJson.Read(json), ByReference)
        .HasColumnType("jsonb");
}
