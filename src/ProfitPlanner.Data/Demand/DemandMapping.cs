using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Data.Demand;

internal sealed class DemandMapping :
    IEntityTypeConfiguration<IntentModel>,
    IEntityTypeConfiguration<TurnIntent>,
    IEntityTypeConfiguration<ConversationIntent>,
    IEntityTypeConfiguration<Topic>,
    IEntityTypeConfiguration<TopicTurn>,
    IEntityTypeConfiguration<TopicSearch>,
    IEntityTypeConfiguration<DemandSegment>,
    IEntityTypeConfiguration<SegmentConversation>,
    IEntityTypeConfiguration<DefinedIntent>,
    IEntityTypeConfiguration<TurnLabel>,
    IEntityTypeConfiguration<DemandCount>,
    IEntityTypeConfiguration<CountedDemand>,
    IEntityTypeConfiguration<SignalConversation>,
    IEntityTypeConfiguration<SettledTurn>
{
    private const int Label = 100;

    public void Configure(EntityTypeBuilder<IntentModel> model)
    {
        model.ToTable("intent_models");
        model.HasKey(x => new { x.OrganisationId, x.Id });
        model.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
        model.Property(x => x.Figures).HasColumnType("jsonb");
        model.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        model.HasOne<Person>().WithMany().HasForeignKey(x => x.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        model.HasIndex(x => new { x.OrganisationId, x.Number }).IsUnique();
        model.HasIndex(x => x.OrganisationId).IsUnique().HasFilter("is_current");
    }

    public void Configure(EntityTypeBuilder<TurnIntent> turn)
    {
        turn.ToTable("turn_intents");
        turn.HasKey(x => new { x.OrganisationId, x.ModelId, x.ConversationId, x.Number });
        turn.Property(x => x.Intent).HasMaxLength(Label);
        turn.Property(x => x.Likeliest).HasMaxLength(Label);
        turn.Property(x => x.Alternative).HasMaxLength(Label);
        turn.HasOne<IntentModel>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ModelId }).OnDelete(DeleteBehavior.Cascade);
        turn.HasOne<Turn>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId, x.Number }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ConversationIntent> conversation)
    {
        conversation.ToTable("conversation_intents");
        conversation.HasKey(x => new { x.OrganisationId, x.ModelId, x.ConversationId });
        conversation.Property(x => x.Intent).HasMaxLength(Label);
        conversation.HasOne<IntentModel>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ModelId }).OnDelete(DeleteBehavior.Cascade);
        conversation.HasOne<Conversation>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId }).OnDelete(DeleteBehavior.Cascade);
        // With the conversation, by which sentences are paged.
        conversation.HasIndex(x => new { x.OrganisationId, x.ModelId, x.Intent, x.ConversationId });
    }

    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("topics");
        topic.HasKey(x => new { x.OrganisationId, x.Id });
        topic.Property(x => x.Name).HasMaxLength(100);
        topic.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        topic.HasOne<Topic>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.MergedInto }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TopicSearch> search)
    {
        search.ToTable("topic_searches");
        search.HasKey(x => x.OrganisationId);
        search.Property(x => x.Tried).HasColumnType("jsonb");
        search.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        search.HasOne<IntentModel>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ModelId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TopicTurn> turn)
    {
        turn.ToTable("topic_turns");
        turn.HasKey(x => new { x.OrganisationId, x.ConversationId, x.Number });
        turn.HasOne<Topic>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.TopicId }).OnDelete(DeleteBehavior.Cascade);
        turn.HasOne<Turn>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId, x.Number }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DemandSegment> segment)
    {
        segment.ToTable("demand_segments");
        segment.HasKey(x => new { x.OrganisationId, x.Id });
        segment.Property(x => x.Name).HasMaxLength(100);
        segment.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
        segment.Property(x => x.Rule).HasColumnType("jsonb");
        segment.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SegmentConversation> member)
    {
        member.ToTable("segment_conversations");
        member.HasKey(x => new { x.OrganisationId, x.SegmentId, x.ConversationId });
        member.HasOne<DemandSegment>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.SegmentId }).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<Conversation>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DefinedIntent> intent)
    {
        intent.ToTable("defined_intents");
        intent.HasKey(x => new { x.OrganisationId, x.Key });
        intent.Property(x => x.Key).HasMaxLength(Label);
        intent.Property(x => x.Name).HasMaxLength(100);
        intent.Property(x => x.Description).HasMaxLength(1000);
        intent.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TurnLabel> label)
    {
        label.ToTable("turn_labels");
        label.HasKey(x => new { x.OrganisationId, x.ConversationId, x.Number, x.PersonId });
        label.Property(x => x.Intent).HasMaxLength(Label);
        label.HasOne<Turn>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId, x.Number }).OnDelete(DeleteBehavior.Cascade);
        label.HasOne<DefinedIntent>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.Intent }).OnDelete(DeleteBehavior.Restrict);
        label.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DemandCount> count)
    {
        count.ToTable("demand_counts");
        count.HasKey(x => new { x.OrganisationId, x.ModelId, x.SegmentId, x.Measure, x.Key, x.Day });
        count.Property(x => x.Measure).HasConversion<short>();
        count.Property(x => x.Key).HasMaxLength(Label);
        count.HasOne<CountedDemand>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ModelId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CountedDemand> counted)
    {
        counted.ToTable("counted_demand");
        counted.HasKey(x => new { x.OrganisationId, x.ModelId });
        counted.HasOne<IntentModel>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ModelId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SignalConversation> said)
    {
        said.ToTable("signal_conversations");
        said.HasKey(x => new { x.OrganisationId, x.Signal, x.ConversationId });
        said.Property(x => x.Signal).HasMaxLength(Label);
        said.HasOne<Turn>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId, x.Number }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SettledTurn> settled)
    {
        settled.ToTable("settled_turns");
        settled.HasKey(x => new { x.OrganisationId, x.ConversationId, x.Number });
        settled.Property(x => x.Intent).HasMaxLength(Label);
        settled.HasOne<Turn>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.ConversationId, x.Number }).OnDelete(DeleteBehavior.Cascade);
        settled.HasOne<DefinedIntent>().WithMany().HasForeignKey(x => new { x.OrganisationId, x.Intent }).OnDelete(DeleteBehavior.Restrict);
        settled.HasOne<Person>().WithMany().HasForeignKey(x => x.SettledBy).OnDelete(DeleteBehavior.Restrict);
    }
}
