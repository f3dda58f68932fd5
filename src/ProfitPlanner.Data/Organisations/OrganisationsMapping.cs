using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Data.Organisations;

internal sealed class OrganisationsMapping :
    IEntityTypeConfiguration<Organisation>,
    IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.HasKey(x => x.OrganisationId);
        organisation.Property(x => x.Slug).HasMaxLength(60);
        organisation.Property(x => x.Name).HasMaxLength(100);
        organisation.HasIndex(x => x.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.HasKey(x => new { x.OrganisationId, x.PersonId });
        membership.Property(x => x.Role).HasConversion<string>().HasMaxLength(20);
        membership.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        membership.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(x => x.PersonId);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.HasKey(x => new { x.OrganisationId, x.Id });
        invitation.Property(x => x.Email).HasMaxLength(256);
        invitation.Property(x => x.Role).HasConversion<string>().HasMaxLength(20);
        invitation.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasOne<Person>().WithMany().HasForeignKey(x => x.InvitedBy).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<Person>().WithMany().HasForeignKey(x => x.AcceptedBy).OnDelete(DeleteBehavior.Restrict);
        invitation.HasIndex(x => x.TokenHash).IsUnique();
    }
}
