using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Data.Transcripts;

internal sealed class TranscriptsMapping :
    IEntityTypeConfiguration<Upload>,
    IEntityTypeConfiguration<RejectedRecord>,
    IEntityTypeConfiguration<Conversation>,
    IEntityTypeConfiguration<UploadedConversation>,
    IEntityTypeConfiguration<Turn>
{
    private static readonly ValueComparer<Dictionary<string, string>> ByEntries = new(
        (a, b) => a!.Count == b!.Count && !a.Except(b).Any(), a => a.Count, a => new(a));

    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads");
        upload.HasKey(x => new { x.OrganisationId, x.Id });
        upload.Property(x => x.FileName).HasMaxLength(260);
        upload.Property(x => x.Source).HasMaxLength(100);
        upload.Property(x => x.Format).HasConversion<string>().HasMaxLength(20);
        upload.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
        upload.Property(x => x.Reading).HasColumnType("jsonb");
        upload.Property(x => x.Resumption).HasColumnType("jsonb");
        upload.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        upload.HasOne<Person>().WithMany().HasForeignKey(x => x.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        upload.HasIndex(x => new { x.OrganisationId, x.Fingerprint });
    }

    public void Configure(EntityTypeBuilder<RejectedRecord> rejected)
    {
        rejected.ToTable("rejected_records");
        rejected.HasKey(x => new { x.OrganisationId, x.UploadId, x.Line });
        rejected.Property(x => x.Reason).HasMaxLength(100);
        rejected.HasOne<Upload>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.UploadId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.ToTable("conversations");
        conversation.HasKey(x => new { x.OrganisationId, x.Id });
        conversation.Property(x => x.Number).HasMaxLength(200);
        conversation.Property(x => x.Language).HasMaxLength(10);
        conversation.Property(x => x.Attributes).HasColumnType("jsonb")
            .HasConversion(a => JsonSerializer.Serialize(a, JsonSerializerOptions.Default), json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!, ByEntries);
        conversation.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        conversation.HasIndex(x => new { x.OrganisationId, x.StartedAt });
    }

    public void Configure(EntityTypeBuilder<UploadedConversation> uploaded)
    {
        uploaded.ToTable("uploaded_conversations");
        uploaded.HasKey(x => new { x.OrganisationId, x.UploadId, x.ConversationId });
        uploaded.Property(x => x.Masks).HasColumnType("jsonb");
        uploaded.HasOne<Upload>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.UploadId }).OnDelete(DeleteBehavior.Cascade);
        uploaded.HasOne<Conversation>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Turn> turn)
    {
        turn.ToTable("turns");
        turn.HasKey(x => new { x.OrganisationId, x.ConversationId, x.Number });
        turn.Property(x => x.Speaker).HasConversion<short>();
        turn.Property(x => x.Label).HasMaxLength(100);
        turn.HasOne<Conversation>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId }).OnDelete(DeleteBehavior.Cascade);
        turn.HasOne<Upload>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.UploadId }).OnDelete(DeleteBehavior.Cascade);
    }
}
