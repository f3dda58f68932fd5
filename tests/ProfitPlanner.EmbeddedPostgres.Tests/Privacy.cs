using System.Diagnostics;
using System.Runtime.Versioning;

namespace ProfitPlanner.EmbeddedPostgres.Tests;

public class Privacy
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact(Skip = Machine.NeedsUnix, SkipUnless = nameof(Machine.IsUnix), SkipType = typeof(Machine))]
    public async Task Only_the_servers_user_may_enter_the_socket_folder_and_the_data()
    {
        await using var temporary = new TemporaryCluster();
        await temporary.StartAsync();

        foreach (var folder in new[] { "socket", "data", "log" })
        {
            Assert.Equal(OwnerOnly, Machine.ModeOf(Path.Combine(temporary.Folder, folder)));
        }
    }

    [Fact(Skip = Machine.NeedsUnix, SkipUnless = nameof(Machine.IsUnix), SkipType = typeof(Machine))]
    public async Task No_port_is_opened()
    {
        await using var temporary = new TemporaryCluster();
        var cluster = await temporary.StartAsync();

        Assert.Equal("", await TemporaryCluster.AskAsync<string>(cluster, "show listen_addresses"));
        Assert.Null(cluster.RolePassword);
    }

    [Theory(Skip = Machine.NeedsUnix, SkipUnless = nameof(Machine.IsUnix), SkipType = typeof(Machine))]
    [InlineData("a folder that is far too deep for a socket, whose whole path may hold about a hundred bytes in all, and no more")]
    [InlineData("it's: a folder, with 数据")]
    public async Task Any_folder_name_will_do(string name)
    {
        await using var temporary = new TemporaryCluster(name);
        var cluster = await temporary.StartAsync();
        Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));

        var socket = Postmaster.Read(Path.Combine(temporary.Folder, "data", "postmaster.pid"))!.SocketFolder;
        Assert.Equal(OwnerOnly, Machine.ModeOf(socket));

        await cluster.DisposeAsync();
        Assert.False(Directory.Exists(socket));
    }

    [Fact(Skip = Machine.NeedsRoot, SkipUnless = nameof(Machine.IsRoot), SkipType = typeof(Machine))]
    public async Task Started_by_root_the_server_runs_as_another_user()
    {
        await using var temporary = new TemporaryCluster();
        await temporary.StartAsync();

        var status = await File.ReadAllLinesAsync($"/proc/{temporary.ServerPid}/status", TestContext.Current.CancellationToken);
        var ids = status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..];
        Assert.DoesNotContain("0", ids);
    }

    [Fact(Skip = Machine.NeedsRoot, SkipUnless = nameof(Machine.IsRoot), SkipType = typeof(Machine))]
    public async Task Nobody_runs_the_server_on_a_machine_without_a_postgres_user()
    {
        await using var temporary = new TemporaryCluster();
        await using var cluster = await PostgresCluster.StartAsync(
            temporary.Options, PostgresBinaries.Places(null), new ServerUser("nobody"), TestContext.Current.CancellationToken);
        Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));
    }

    [Fact(Skip = Machine.NeedsRoot, SkipUnless = nameof(Machine.IsRoot), SkipType = typeof(Machine))]
    public async Task Data_of_one_server_user_is_handed_to_the_next()
    {
        await using var temporary = new TemporaryCluster();
        await using (await PostgresCluster.StartAsync(
            temporary.Options, PostgresBinaries.Places(null), new ServerUser("nobody"), TestContext.Current.CancellationToken))
        {
        }

        var cluster = await temporary.StartAsync();
        Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));
    }

    [Fact(Skip = Machine.NeedsRoot, SkipUnless = nameof(Machine.IsRoot), SkipType = typeof(Machine))]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_that_the_servers_user_cannot_reach_is_refused_with_advice()
    {
        await using var temporary = new TemporaryCluster("closed");
        Directory.CreateDirectory(temporary.Folder, OwnerOnly);

        var refusal = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresCluster.StartAsync(
            new() { DataFolder = Path.Combine(temporary.Folder, "inner") }, TestContext.Current.CancellationToken));
        Assert.Contains("choose a data folder outside root's home", refusal.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = Machine.NeedsBundle, SkipUnless = nameof(Machine.IsRootWithBundle), SkipType = typeof(Machine))]
    public async Task Binaries_in_a_closed_checkout_are_copied_to_where_the_servers_user_can_run_them()
    {
        await using var temporary = new TemporaryCluster();
        var checkout = Directory.CreateTempSubdirectory("postgres-checkout-").FullName;
        try
        {
            var packages = Path.Combine(checkout, "@embedded-postgres");
            var original = Path.GetFullPath(Path.Combine(NpmBundle.OfThisBuild()!.BinFolder, "..", ".."));
            Directory.CreateDirectory(packages);
            using (var copying = Process.Start("cp", ["-R", original, packages]))
            {
                await copying.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            foreach (var link in Directory.EnumerateFiles(packages, "*.so*", SearchOption.AllDirectories).Where(file => File.ResolveLinkTarget(file, false) is not null))
            {
                File.Delete(link);
            }

            var bundle = new NpmBundle(checkout);
            await using var cluster = await PostgresCluster.StartAsync(
                temporary.Options, [new BinaryPlace("bundle", [bundle.BinFolder], bundle)], ServerUser.Current, TestContext.Current.CancellationToken);

            Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));
            Assert.Single(Directory.EnumerateDirectories(Path.Combine(temporary.Folder, "binaries")));
        }
        finally
        {
            Directory.Delete(checkout, recursive: true);
        }
    }
}
