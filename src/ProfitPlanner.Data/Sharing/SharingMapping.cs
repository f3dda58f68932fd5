using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Data.Sharing;

internal sealed class SharingMapping :
    IEntityTypeConfiguration<ShareLink>,
    IEntityTypeConfiguration<ShareSnapshot>,
    IEntityTypeConfiguration<ShareVisitor>,
    IEntityTypeConfiguration<ShareVisit>,
    IEntityTypeConfiguration<ShareCode>,
    IEntityTypeConfiguration<ShareNote>
{
    public void Configure(EntityTypeBuilder<ShareLink> link)
    {
        link.ToTable("share_links");
        link.HasKey(x => new { x.OrganisationId, x.Id });
        link.Property(x => x.Name).HasMaxLength(ShareLink.LongestName);
        link.Property(x => x.PasscodeHash).HasMaxLength(200);
        link.Property(x => x.Culture).HasMaxLength(20);
        link.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Person>().WithMany().HasForeignKey(x => x.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(x => x.TokenHash).IsUnique();
        link.HasIndex(x => x.Emails).HasMethod("gin");
    }

    public void Configure(EntityTypeBuilder<ShareSnapshot> snapshot)
    {
        snapshot.ToTable("share_snapshots");
        snapshot.HasKey(x => new { x.OrganisationId, x.LinkId, x.Number });
        snapshot.HasOne<ShareLink>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.LinkId }).OnDelete(DeleteBehavior.Cascade);
        snapshot.HasOne<Person>().WithMany().HasForeignKey(x => x.PublishedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ShareVisitor> visitor)
    {
        visitor.ToTable("share_visitors");
        visitor.HasKey(x => new { x.OrganisationId, x.Id });
        visitor.Property(x => x.Email).HasMaxLength(256);
        visitor.HasIndex(x => new { x.OrganisationId, x.LinkId, x.KeyHash }).IsUnique();
        visitor.HasOne<ShareLink>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.LinkId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ShareVisit> visit)
    {
        visit.ToTable("share_visits");
        visit.HasKey(x => new { x.OrganisationId, x.Id });
        visit.Property(x => x.Parts).HasColumnType("jsonb");
        visit.HasIndex(x => new { x.OrganisationId, x.LinkId, x.StartedAt });
        visit.HasOne<ShareVisitor>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.VisitorId }).OnDelete(DeleteBehavior.Cascade);
        visit.HasOne<ShareSnapshot>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.LinkId, x.Snapshot }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ShareCode> code)
    {
        code.ToTable("share_codes");
        code.HasKey(x => new { x.OrganisationId, x.Id });
        code.Property(x => x.Email).HasMaxLength(256);
        code.HasIndex(x => new { x.OrganisationId, x.LinkId, x.Email });
        code.HasOne<ShareLink>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.LinkId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ShareNote> note)
    {
        note.ToTable("share_notes");
        note.HasKey(x => new { x.OrganisationId, x.Id });
        note.Property(x => x.Figure).HasMaxLength(100);
        note.Property(x => x.Text).HasMaxLength(ShareNote.LongestText);
        note.HasIndex(x => new { x.OrganisationId, x.LinkId, x.WrittenAt });
        note.HasOne<ShareVisitor>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.VisitorId }).OnDelete(DeleteBehavior.Cascade);
        note.HasOne<ShareSnapshot>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.LinkId, x.Snapshot }).OnDelete(DeleteBehavior.Cascade);
    }
}
