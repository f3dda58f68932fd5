using System.Diagnostics;

namespace ProfitPlanner.EmbeddedPostgres.Tests;

public class Crashes(ITestOutputHelper output)
{
    [Fact(Skip = Machine.NeedsUnix, SkipUnless = nameof(Machine.IsUnix), SkipType = typeof(Machine))]
    public async Task A_killed_application_takes_its_server_with_it()
    {
        await using var temporary = new TemporaryCluster();
        using var application = await Application.StartAsync(temporary.Folder);

        await application.KillAsync();
        var stopped = await temporary.StoppedAsync();
        output.WriteLine($"Server gone {stopped.TotalSeconds:0.00} s after kill -9 of the application");
    }

    [Fact(Skip = Machine.NeedsLinux, SkipUnless = nameof(Machine.IsLinux), SkipType = typeof(Machine))]
    public async Task An_application_killed_with_its_whole_process_group_takes_its_server_with_it()
    {
        await using var temporary = new TemporaryCluster();
        using var application = await Application.StartAsync(temporary.Folder, inGroup: true);

        await application.KillGroupAsync();
        await temporary.StoppedAsync();
    }

    [Fact]
    public async Task A_server_outlives_the_killed_application_that_started_it_while_another_uses_it()
    {
        await using var temporary = new TemporaryCluster();
        using var killed = await Application.StartAsync(temporary.Folder);
        var server = temporary.ServerPid;
        var survivor = await temporary.StartAsync();
        Assert.True(survivor.Adopted);

        await killed.KillAsync();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(1, await TemporaryCluster.AskAsync<int>(survivor, "select 1"));
        Assert.Equal(server, temporary.ServerPid);
    }

    [Fact]
    public async Task A_server_serves_two_processes_until_both_have_ended()
    {
        await using var temporary = new TemporaryCluster();
        using var first = await Application.StartAsync(temporary.Folder);
        using var second = await Application.StartAsync(temporary.Folder);

        await first.EndAsync();
        var cluster = await temporary.StartAsync();
        Assert.True(cluster.Adopted);
        await cluster.DisposeAsync();
        await second.EndAsync();
        Assert.True(await temporary.StoppedAsync() < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_killed_server_starts_again_with_its_data()
    {
        await using var temporary = new TemporaryCluster();
        var first = await temporary.StartAsync();
        await TemporaryCluster.AskAsync<long>(first, "create table price (amount bigint); insert into price values (40000); select amount from price");
        Kill(temporary.ServerPid);

        // The first user is still there, as an application is whose server was killed under it.
        var watch = Stopwatch.StartNew();
        var second = await temporary.StartAsync();
        output.WriteLine($"Recovered {watch.Elapsed.TotalSeconds:0.00} s after kill -9 of the server");

        Assert.False(second.Adopted);
        Assert.Equal(40000, await TemporaryCluster.AskAsync<long>(second, "select amount from price"));
        Assert.Equal(40000, await TemporaryCluster.AskAsync<long>(first, "select amount from price"));
    }

    [Fact]
    public async Task Application_and_server_both_killed_start_again_with_their_data()
    {
        await using var temporary = new TemporaryCluster();
        using var application = await Application.StartAsync(temporary.Folder);
        var watcher = await temporary.StartAsync();
        await TemporaryCluster.AskAsync<long>(watcher, "create table price (amount bigint); insert into price values (40000); select amount from price");
        await watcher.DisposeAsync();

        Kill(temporary.ServerPid);
        await application.KillAsync();
        var cluster = await temporary.StartAsync();

        Assert.Equal(40000, await TemporaryCluster.AskAsync<long>(cluster, "select amount from price"));
    }

    [Fact(Skip = Machine.NeedsUnix, SkipUnless = nameof(Machine.IsUnix), SkipType = typeof(Machine))]
    public async Task A_pid_file_whose_number_now_belongs_to_another_program_does_not_stop_a_start_and_harms_nobody()
    {
        await using var temporary = new TemporaryCluster();
        await (await temporary.StartAsync()).DisposeAsync();
        using var innocent = Process.Start("sleep", "60");
        try
        {
            var data = Path.Combine(temporary.Folder, "data");
            await File.WriteAllTextAsync(
                Path.Combine(data, "postmaster.pid"), $"{innocent.Id}\n{data}\n0\n5432\n{temporary.Folder}/socket\n", TestContext.Current.CancellationToken);

            var cluster = await temporary.StartAsync();
            Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));
            Kill(temporary.ServerPid);
            await File.WriteAllTextAsync(
                Path.Combine(data, "postmaster.pid"), $"{innocent.Id}\n{data}\n0\n5432\n{temporary.Folder}/socket\n", TestContext.Current.CancellationToken);
            await cluster.DisposeAsync();
            Assert.False(innocent.HasExited);
        }
        finally
        {
            innocent.Kill();
        }
    }

    [Fact(Skip = Machine.NeedsUnix, SkipUnless = nameof(Machine.IsUnix), SkipType = typeof(Machine))]
    public async Task A_name_left_by_a_process_that_is_gone_does_not_keep_the_server_alive()
    {
        await using var temporary = new TemporaryCluster();
        var cluster = await temporary.StartAsync();
        // Our own number, of a process that began at another time.
        await File.WriteAllTextAsync(
            Path.Combine(temporary.Folder, "users", $"{Environment.ProcessId}.left"), "1", TestContext.Current.CancellationToken);

        await cluster.DisposeAsync();
        Assert.True(await temporary.StoppedAsync() < TimeSpan.FromSeconds(1));
    }

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }
}
