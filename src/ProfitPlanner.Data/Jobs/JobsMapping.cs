using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Data.Jobs;

internal sealed class JobsMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("jobs");
        job.HasKey(x => new { x.OrganisationId, x.Id });
        job.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
        job.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
        job.Property(x => x.Failure).HasMaxLength(100);
        job.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        job.HasOne<Person>().WithMany().HasForeignKey(x => x.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        // What a worker looks through; ended jobs are not in it.
        job.HasIndex(x => x.CreatedAt).HasFilter("state in ('Queued', 'Running')");
    }
}
