using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ProfitPlanner.Application;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Setup;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.EmbeddedPostgres;

namespace ProfitPlanner.Benchmarks;

/// <summary>
/// An import through the use cases against <c>psql \copy</c> of the same turns, into a table with the keys of turns and
/// into one with none. Needs psql; the database is a private one with its crash safety on.
/// </summary>
[Config(typeof(OneProcess))]
public class ImportBenchmarks
{
    private const int Turns = 200_000;
    private const int OfOneConversation = 10;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"profitplanner-bench-{Guid.NewGuid():N}"[..36]);
    private PostgresCluster _cluster = null!;
    private ServiceProvider _services = null!;
    private Guid _organisation;
    private byte[] _file = [];
    private string _rows = "";
    private int _round;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _cluster = await PostgresCluster.StartAsync(new PostgresOptions { DataFolder = _folder });
        var connection = await DatabaseStart.PrepareOwnAsync(_cluster.ConnectionString, _cluster.RolePassword, "bench", CancellationToken.None);
        var actor = await GivenOwnerAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IPersonalDataMask, NoMask>();
        services.AddApplication(_ => connection);
        services.AddSingleton<IActor>(actor);
        _services = services.BuildServiceProvider();
        Write();
        await ExecuteAsync($"""
            create table bare (organisation_id uuid, conversation_id uuid, number int, upload_id uuid, speaker smallint, at timestamptz, text text, label text);
            create table keyed (like turns including all);
            alter table keyed add foreign key (organisation_id, conversation_id) references conversations (organisation_id, id);
            alter table keyed add foreign key (organisation_id, upload_id) references uploads (organisation_id, id);
            """);
    }

    /// <summary>Through the app's use cases: split, parse, store; nothing is masked.</summary>
    [Benchmark]
    public async Task Import()
    {
        // A source of its own each time: else all turns would be there already.
        var source = $"bench {_round++}";
        var probe = new FileProbe($"{source}.csv", _file.Length, _file.AsMemory(0, FileProbe.LongestHead), FileProbe.LongestHead);
        var proposal = ((LookAtFile.Result.Proposed)await SendAsync(new LookAtFile.Command(null, probe, new ReadAs()))).Proposal;
        await SendAsync(new ConfirmUpload.Command(proposal.Id, [.. proposal.Columns.Select(column => column.Role)], new Dictionary<string, Speaker>(), Speaker.Agent, source));
        UploadStatus status;
        long position = 0;
        do
        {
            status = await SendAsync(new ImportPart.Command(proposal.Id, position, _file.AsMemory((int)position, (int)Math.Min(ImportPart.Longest, _file.Length - position))));
            position = status.Position;
        }
        while (status.State == UploadState.Importing);
        if (status.Turns != Turns)
            throw new InvalidOperationException($"{status.Turns} turns were imported.");
    }

    /// <summary><c>psql \copy</c> into a table with primary key, foreign keys and indexes of turns.</summary>
    [Benchmark(Baseline = true)]
    public Task CopyIntoKeyed() => CopyAsync("keyed");

    /// <summary><c>psql \copy</c> into a table without any key.</summary>
    [Benchmark]
    public Task CopyIntoBare() => CopyAsync("bare");

    [IterationCleanup]
    public void Empty() => ExecuteAsync("truncate bare; truncate keyed; delete from uploads u where not u.source = 'copied'; delete from conversations where number <> 'copied'; vacuum turns, conversations, uploaded_conversations;").GetAwaiter().GetResult();

    [GlobalCleanup]
    public async Task EndAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private async Task<Owner> GivenOwnerAsync()
    {
        await using var source = PlannerDb.DataSource(_cluster.ConnectionString("bench", DatabaseRoles.Owner));
        await using var db = PlannerDb.For(source);
        var now = DateTimeOffset.UtcNow;
        var person = new Person { DisplayName = "Bench", UserName = "bench@example.com", Email = "bench@example.com" };
        var organisation = new Organisation { Slug = "bench", Name = "Bench", CreatedAt = now };
        _organisation = organisation.OrganisationId;
        db.AddRange(person, organisation, new Membership { OrganisationId = _organisation, PersonId = person.Id, Role = Role.Owner, JoinedAt = now });
        await db.SaveChangesAsync();
        return new Owner(person.Id, organisation.Slug);
    }

    // The same turns as a file to import, and as rows of the table.
    private void Write()
    {
        var (text, rows) = (new StringBuilder("conversation,turn,time,speaker,text\n"), new StringBuilder());
        var upload = Guid.NewGuid();
        var words = "what does the team plan cost and can i pay for it by the month since my card was declined again yesterday".Split(' ');
        var random = new Random(1);
        for (var i = 0; i < Turns; i++)
        {
            var said = string.Join(' ', Enumerable.Range(0, random.Next(3, 30)).Select(_ => words[random.Next(words.Length)]));
            var (conversation, number, at) = (i / OfOneConversation, i % OfOneConversation, DateTime.UnixEpoch.AddSeconds(1_700_000_000 + i));
            var isCustomer = i % 2 == 0;
            text.Append(CultureInfo.InvariantCulture, $"{conversation},{number},{at:yyyy-MM-dd HH:mm:ss},{(isCustomer ? "customer" : "agent")},{said}\n");
            var id = new Guid(conversation, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
            rows.Append(CultureInfo.InvariantCulture, $"{_organisation}\t{id}\t{number}\t{upload}\t{(isCustomer ? 1 : 2)}\t{at:yyyy-MM-dd HH:mm:ss}+00\t{said}\t\\N\n");
        }
        _file = Encoding.UTF8.GetBytes(text.ToString());
        _rows = Path.Combine(_folder, "turns.txt");
        File.WriteAllText(_rows, rows.ToString());
        ExecuteAsync($"""
            insert into uploads (organisation_id, id, file_name, file_size, fingerprint, format, reading, source, state, position, records, turns, conversations, rejected, created_by, created_at, updated_at)
              select '{_organisation}', '{upload}', 'x', 1, '\x00', 'Table', jsonb_build_object(), 'copied', 'Done', 0, 0, 0, 0, 0, id, now(), now() from accounts.people;
            insert into conversations (organisation_id, id, number, attributes, turns)
              select '{_organisation}', (lpad(to_hex(i), 8, '0') || '-0000-0000-0000-000000000001')::uuid, 'copied', jsonb_build_object(), 0 from generate_series(0, {(Turns / OfOneConversation) - 1}) i;
            """).GetAwaiter().GetResult();
    }

    private async Task CopyAsync(string table)
    {
        var connection = new NpgsqlConnectionStringBuilder(_cluster.ConnectionString("bench", PostgresCluster.Superuser));
        using var psql = Process.Start(new ProcessStartInfo("psql", ["-q", "-X", "-v", "ON_ERROR_STOP=1", "-h", connection.Host!, "-p", connection.Port.ToString(CultureInfo.InvariantCulture), "-U", connection.Username!, "-d", "bench", "-c", $"\\copy {table} (organisation_id, conversation_id, number, upload_id, speaker, at, text, label) from '{_rows}'"])
        {
            Environment = { ["PGPASSWORD"] = connection.Password },
        })!;
        await psql.WaitForExitAsync();
        if (psql.ExitCode != 0)
            throw new InvalidOperationException("psql has failed.");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_cluster.ConnectionString("bench", PostgresCluster.Superuser));
        await connection.OpenAsync();
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
    }

    // A run takes seconds and a database: three are enough, and a process of their own would only take longer.
    private sealed class OneProcess : ManualConfig
    {
        public OneProcess() => AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(3)
            .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true)));
    }

    private sealed record Owner(Guid? PersonId, string? Organisation) : IActor;

    private sealed class NoMask : IPersonalDataMask
    {
        public bool HasModel => false;

        public IReadOnlyList<string> Mask(IReadOnlyList<TurnToMask> turns, CancellationToken cancellationToken) => [.. turns.Select(turn => turn.Text)];
    }
}
