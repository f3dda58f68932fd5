namespace ProfitPlanner.EmbeddedPostgres.Tests;

public class Binaries
{
    [Fact]
    public async Task Without_any_binaries_the_message_says_what_to_do_and_where_it_looked()
    {
        await using var temporary = new TemporaryCluster();
        var refusal = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresCluster.StartAsync(
            temporary.Options, [new("configured folder /nowhere", ["/nowhere"]), new("on the PATH", [])], ServerUser.Current, TestContext.Current.CancellationToken));

        var lines = refusal.Message.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(
            "There is no Postgres to start: install Node.js and build again, or install PostgreSQL 15 or later, or name the folder of its binaries.",
            lines[0]);
        Assert.Equal(["  Tried:", "  configured folder /nowhere: nothing there", "  on the PATH: nothing there"], lines[1..]);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(temporary.Folder, "users")));
    }

    [Fact]
    public async Task Data_of_another_major_version_asks_for_that_version()
    {
        await using var temporary = new TemporaryCluster();
        Directory.CreateDirectory(Path.Combine(temporary.Folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(temporary.Folder, "data", "PG_VERSION"), "12\n", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<PostgresUnavailableException>(
            () => PostgresCluster.StartAsync(temporary.Options, TestContext.Current.CancellationToken));
        Assert.StartsWith(
            $"The data in {temporary.Folder} was made by Postgres 12, and no Postgres 12 is to be had: install it, name the folder of its binaries, or start with another data folder.",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_folder_goes_before_all_others()
    {
        await using var temporary = new TemporaryCluster();
        var installed = PostgresBinaries.Places(null).SelectMany(place => place.Folders)
            .LastOrDefault(folder => File.Exists(new PostgresBinaries(folder, 0).Program("initdb")));
        Assert.SkipWhen(installed is null, "no second Postgres is installed here");

        await using var cluster = await PostgresCluster.StartAsync(
            temporary.Options with { BinFolder = installed }, TestContext.Current.CancellationToken);
        var data = await TemporaryCluster.AskAsync<string>(cluster, "select setting from pg_config() where name = 'BINDIR'");
        Assert.Equal(installed, data);
    }

    [Fact(Skip = Machine.NeedsUnix, SkipUnless = nameof(Machine.IsUnix), SkipType = typeof(Machine))]
    public async Task Binaries_in_a_folder_that_a_shell_would_misread_are_passed_over()
    {
        await using var temporary = new TemporaryCluster("data");
        var bin = Directory.CreateDirectory(Path.Combine(temporary.Folder, "..", "$HOME")).FullName;
        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            await File.WriteAllTextAsync(Path.Combine(bin, program), "", TestContext.Current.CancellationToken);
        }

        var refusal = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresCluster.StartAsync(
            temporary.Options, [new("configured folder", [bin])], ServerUser.Current, TestContext.Current.CancellationToken));
        Assert.Contains("whose name has one of", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_folder_without_binaries_is_passed_over()
    {
        await using var temporary = new TemporaryCluster();
        await using var cluster = await PostgresCluster.StartAsync(
            temporary.Options with { BinFolder = temporary.Folder }, TestContext.Current.CancellationToken);
        Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));
    }

    [Fact]
    public void A_cluster_has_a_folder_by_application_and_instance()
    {
        var folder = PostgresFolders.Default("planner", "development");

        Assert.True(Path.IsPathFullyQualified(folder));
        Assert.EndsWith(Path.Combine("planner", "development"), folder, StringComparison.Ordinal);
        Assert.Equal(Machine.IsRoot, folder.StartsWith("/var/lib/", StringComparison.Ordinal));
    }
}
