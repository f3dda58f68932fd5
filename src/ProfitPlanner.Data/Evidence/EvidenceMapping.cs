using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Scenarios;

namespace ProfitPlanner.Data.Evidence;

internal sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> evidence)
    {
        evidence.ToTable("evidence");
        evidence.HasKey(x => new { x.OrganisationId, x.Id });
        evidence.Property(x => x.Path).HasMaxLength(200);
        evidence.Property(x => x.Signal).HasColumnType("jsonb");
        evidence.Property(x => x.Proposal).HasColumnType("jsonb");
        evidence.Property(x => x.Before).HasColumnType("jsonb");
        evidence.Property(x => x.Remark).HasMaxLength(2000);
        evidence.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
        evidence.HasOne<StoredScenario>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ScenarioId }).OnDelete(DeleteBehavior.Cascade);
        evidence.HasOne<Person>().WithMany().HasForeignKey(x => x.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Person>().WithMany().HasForeignKey(x => x.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
