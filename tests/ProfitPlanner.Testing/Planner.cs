using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ProfitPlanner.Application;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Testing;

/// <summary>
/// The use cases over a database. A test says what is given and who sends what; each makes its own people and
/// organisations, so none minds the others.
/// </summary>
public abstract class Planner
{
    private static int _count;

    private TestDatabase? _database;
    private ServiceProvider? _services;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not been started.");

    private ServiceProvider Services => _services ?? throw new InvalidOperationException("The fixture has not been started.");

    private DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    protected void Start(TestDatabase database, TimeProvider clock)
    {
        _database = database;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddApplication(_ => Database.AppConnection);
        services.AddAccounts().AddDefaultTokenProviders();
        services.AddSingleton<IMailLinks, TestMailLinks>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<IActor>(provider => provider.GetRequiredService<CurrentActor>());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    protected async ValueTask StopAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    /// <summary>Somebody registered, with a confirmed address.</summary>
    public async Task<GivenPerson> GivenPersonAsync(string name = "Somebody")
    {
        var email = $"person{Interlocked.Increment(ref _count)}@example.com";
        await using var scope = Services.CreateAsyncScope();
        var person = new Person { DisplayName = name, UserName = email, Email = email, EmailConfirmed = true };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person);
        Assume(result.Succeeded, string.Join("; ", result.Errors.Select(e => e.Description)));
        return new GivenPerson(person.Id, name, email);
    }

    /// <summary>Lets the person sign in with a password, which is returned.</summary>
    public async Task<string> GivenPasswordAsync(GivenPerson person)
    {
        const string password = "a password of a test";
        await using var scope = Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var stored = await people.FindByIdAsync(person.Id.ToString());
        if (!await people.HasPasswordAsync(stored!))
            Assume((await people.AddPasswordAsync(stored!, password)).Succeeded, "The password was refused.");
        return password;
    }

    public async Task<GivenOrganisation> GivenOrganisationAsync(GivenPerson? owner = null)
    {
        owner ??= await GivenPersonAsync("Olivia Owner");
        var number = Interlocked.Increment(ref _count);
        var organisation = new Organisation { Slug = $"organisation-{number}", Name = $"Organisation {number}", CreatedAt = Now };
        await using var db = Database.AsOwner();
        db.Add(organisation);
        db.Add(MembershipOf(organisation.OrganisationId, owner.Id, Role.Owner));
        await db.SaveChangesAsync();
        return new GivenOrganisation(organisation.OrganisationId, organisation.Slug, organisation.Name, owner);
    }

    /// <summary>A person who is in the organisation with a role.</summary>
    public async Task<GivenPerson> GivenMemberAsync(GivenOrganisation organisation, Role role, string? name = null)
    {
        var person = await GivenPersonAsync(name ?? role.ToString());
        await using var db = Database.AsOwner();
        db.Add(MembershipOf(organisation.Id, person.Id, role));
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>A blank scenario of the organisation's owner, or one with content: then its second version.</summary>
    public async Task<Guid> GivenScenarioAsync(GivenOrganisation organisation, Scenario? content = null)
    {
        var owner = As(organisation.Owner, organisation);
        var id = await owner.Send(new CreateScenario.Command(content?.Name ?? "Given", null, content?.Currency.Code ?? "EUR", default));
        if (content is not null)
            await owner.Send(new SaveScenario.Command(id, BaseRevision: 1, EditorId: Guid.NewGuid(), content));
        return id;
    }

    /// <summary>A scenario as a template would have left it: with provenance, which no save can bring in.</summary>
    public async Task<Guid> GivenStoredScenarioAsync(GivenOrganisation organisation, Scenario content)
    {
        var stored = StoredScenario.Begin(organisation.Id, content, VersionCause.Created, organisation.Owner.Id, Now);
        await using var db = Database.AsOwner();
        db.Add(stored);
        await db.SaveChangesAsync();
        return stored.Id;
    }

    /// <summary>An invitation that waits to be accepted, by the token of its link.</summary>
    public async Task<GivenInvitation> GivenInvitationAsync(GivenOrganisation organisation, string email = "invited@example.com", Role role = Role.Viewer)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var invitation = new Invitation
        {
            OrganisationId = organisation.Id,
            Email = email,
            Role = role,
            TokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(token)),
            InvitedBy = organisation.Owner.Id,
            CreatedAt = Now,
            ExpiresAt = Now.AddDays(7),
        };
        await using var db = Database.AsOwner();
        db.Add(invitation);
        await db.SaveChangesAsync();
        return new GivenInvitation(invitation.Id, token);
    }

    /// <summary>The mails that wait to be sent to the address.</summary>
    public async Task<IReadOnlyList<QueuedMail>> MailsToAsync(string email)
    {
        await using var db = Database.AsOwner();
        return await db.QueuedMails.Where(m => m.Recipient == email).ToListAsync();
    }

    /// <summary>The only link of a kind that was mailed to the address, in parts: the kind, then what it carries.</summary>
    public async Task<IReadOnlyList<string>> LinkMailedToAsync(string email, string kind)
    {
        var links =
            from mail in await MailsToAsync(email)
            from word in mail.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            where word.StartsWith($"https://planner.example/{kind}/", StringComparison.Ordinal)
            select word.Split('/')[3..].Select(Uri.UnescapeDataString).ToList();
        return links.Single();
    }

    /// <summary>The person at the organisation's address, whether they are in it or not.</summary>
    public Sender As(GivenPerson person, GivenOrganisation organisation) => As(person, organisation.Slug);

    public Sender As(GivenPerson person, string? slug) => new(Services, new TestActor(person.Id, slug));

    /// <summary>Somebody not signed in.</summary>
    public Sender AsAnybody(string? slug = null) => new(Services, new TestActor(null, slug));

    /// <summary>What stands in every tenant table for the organisation, as text that changes when anything does.</summary>
    public async Task<IReadOnlyList<string>> EveryRowOfAsync(GivenOrganisation organisation)
    {
        await using var db = Database.AsOwner();
        var rows = new List<string>();
        foreach (var table in RowLevelSecurity.TenantTables(db.Model).Select(e => e.GetTableName()!).Order())
        {
#pragma warning disable EF1002 // A name of the model.
            rows.AddRange(await db.Database.SqlQueryRaw<string>(
                $"select '{table} ' || t::text as \"Value\" from {table} t where organisation_id = {{0}} order by 1", organisation.Id).ToListAsync());
#pragma warning restore EF1002
        }

        return rows;
    }

    /// <summary>Every connection of the pool that the requests above have used.</summary>
    public Task<PooledConnections> EveryPooledConnectionAsync() =>
        PooledConnections.OpenAsync(Services.GetRequiredService<NpgsqlDataSource>());

    /// <summary>A worker that runs jobs when a test says so.</summary>
    /// <param name="handlers">Instead of the app's.</param>
    internal JobWorker Worker(params IJobHandler[] handlers) => handlers.Length == 0
        ? ActivatorUtilities.CreateInstance<JobWorker>(Services)
        : ActivatorUtilities.CreateInstance<JobWorker>(Services, handlers.AsEnumerable());

    /// <summary>A service of the app, for what no use case shows.</summary>
    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    private Membership MembershipOf(Guid organisationId, Guid personId, Role role) =>
        new() { OrganisationId = organisationId, PersonId = personId, Role = role, JoinedAt = Now };

    private static void Assume(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }
}
