using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Data;

/// <summary>
/// All data. Tables of an organisation are in schema <c>public</c> under a query filter and a row-level security
/// policy; people, their keys and their mail, which belong to no organisation, are in schema <c>accounts</c>.
/// </summary>
public sealed class PlannerDb(DbContextOptions<PlannerDb> options, Tenant tenant)
    : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Name of the query filter that holds rows inside their organisation.</summary>
    public const string TenantFilter = "tenant";

    public Tenant Tenant { get; } = tenant;

    public DbSet<Person> People => Users;

    public DbSet<QueuedMail> QueuedMails => Set<QueuedMail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<StoredScenario> Scenarios => Set<StoredScenario>();

    public DbSet<ScenarioVersion> ScenarioVersions => Set<ScenarioVersion>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<RejectedRecord> RejectedRecords => Set<RejectedRecord>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<UploadedConversation> UploadedConversations => Set<UploadedConversation>();

    public DbSet<Turn> Turns => Set<Turn>();

    public DbSet<IntentModel> IntentModels => Set<IntentModel>();

    public DbSet<TurnIntent> TurnIntents => Set<TurnIntent>();

    public DbSet<ConversationIntent> ConversationIntents => Set<ConversationIntent>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<TopicTurn> TopicTurns => Set<TopicTurn>();

    public DbSet<TopicSearch> TopicSearches => Set<TopicSearch>();

    public DbSet<DemandSegment> DemandSegments => Set<DemandSegment>();

    public DbSet<SegmentConversation> SegmentConversations => Set<SegmentConversation>();

    public DbSet<DefinedIntent> DefinedIntents => Set<DefinedIntent>();

    public DbSet<TurnLabel> TurnLabels => Set<TurnLabel>();

    public DbSet<SettledTurn> SettledTurns => Set<SettledTurn>();

    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();

    public DbSet<DemandCount> DemandCounts => Set<DemandCount>();

    public DbSet<CountedDemand> CountedDemand => Set<CountedDemand>();

    public DbSet<SignalConversation> SignalConversations => Set<SignalConversation>();

    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();

    public DbSet<ShareSnapshot> ShareSnapshots => Set<ShareSnapshot>();

    public DbSet<ShareVisitor> ShareVisitors => Set<ShareVisitor>();

    public DbSet<ShareVisit> ShareVisits => Set<ShareVisit>();

    public DbSet<ShareCode> ShareCodes => Set<ShareCode>();

    public DbSet<ShareNote> ShareNotes => Set<ShareNote>();

    public static NpgsqlDataSource DataSource(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).Build();

    /// <summary>A context outside dependency injection: set-up, design time, tests.</summary>
    public static PlannerDb For(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<PlannerDb>();
        Configure(options, source);
        return new PlannerDb(options.Options, new Tenant());
    }

    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source).UseSnakeCaseNamingConvention();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PlannerDb).Assembly);

        builder.Entity<Organisation>().HasQueryFilter(TenantFilter, o =>
            o.OrganisationId == Tenant.OrganisationId
            || Memberships.Any(m => m.OrganisationId == o.OrganisationId && m.PersonId == Tenant.PersonId));
        builder.Entity<Membership>().HasQueryFilter(TenantFilter, m =>
            m.OrganisationId == Tenant.OrganisationId || m.PersonId == Tenant.PersonId);
        HoldInside<Invitation>(builder);
        HoldInside<StoredScenario>(builder);
        HoldInside<ScenarioVersion>(builder);
        HoldInside<Job>(builder);
        HoldInside<Upload>(builder);
        HoldInside<RejectedRecord>(builder);
        HoldInside<Conversation>(builder);
        HoldInside<UploadedConversation>(builder);
        HoldInside<Turn>(builder);
        HoldInside<IntentModel>(builder);
        HoldInside<TurnIntent>(builder);
        HoldInside<ConversationIntent>(builder);
        HoldInside<Topic>(builder);
        HoldInside<TopicTurn>(builder);
        HoldInside<TopicSearch>(builder);
        HoldInside<DemandSegment>(builder);
        HoldInside<SegmentConversation>(builder);
        HoldInside<DefinedIntent>(builder);
        HoldInside<TurnLabel>(builder);
        HoldInside<SettledTurn>(builder);
        HoldInside<EvidenceItem>(builder);
        HoldInside<DemandCount>(builder);
        HoldInside<CountedDemand>(builder);
        HoldInside<SignalConversation>(builder);
        HoldInside<ShareLink>(builder);
        HoldInside<ShareSnapshot>(builder);
        HoldInside<ShareVisitor>(builder);
        HoldInside<ShareVisit>(builder);
        HoldInside<ShareCode>(builder);
        HoldInside<ShareNote>(builder);
    }

    private void HoldInside<T>(ModelBuilder builder) where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(TenantFilter, x => x.OrganisationId == Tenant.OrganisationId);
}
