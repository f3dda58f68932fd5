using System.Diagnostics;

namespace ProfitPlanner.EmbeddedPostgres.Tests;

public class Starting(ITestOutputHelper output)
{
    [Fact]
    public async Task An_empty_folder_becomes_a_cluster_that_answers()
    {
        await using var temporary = new TemporaryCluster();
        var watch = Stopwatch.StartNew();
        var cluster = await temporary.StartAsync();
        output.WriteLine($"First start {watch.Elapsed.TotalSeconds:0.00} s, Postgres {cluster.MajorVersion}");

        Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));
        Assert.False(cluster.Adopted);
        Assert.InRange(cluster.MajorVersion, 15, 99);
        Assert.StartsWith($"{cluster.MajorVersion}.", await TemporaryCluster.AskAsync<string>(cluster, "show server_version"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_durable_cluster_syncs_its_data()
    {
        await using var temporary = new TemporaryCluster();
        var watch = Stopwatch.StartNew();
        await using var cluster = await PostgresCluster.StartAsync(
            temporary.Options with { Durable = true }, TestContext.Current.CancellationToken);
        output.WriteLine($"First start, durable {watch.Elapsed.TotalSeconds:0.00} s");

        Assert.Equal("on", await TemporaryCluster.AskAsync<string>(cluster, "show fsync"));
    }

    [Fact]
    public async Task A_restart_keeps_the_data()
    {
        await using var temporary = new TemporaryCluster();
        var first = await temporary.StartAsync();
        await TemporaryCluster.AskAsync<long>(first, "create table price (amount bigint); insert into price values (40000); select amount from price");
        var watch = Stopwatch.StartNew();
        await first.DisposeAsync();
        output.WriteLine($"Stop {watch.Elapsed.TotalSeconds:0.00} s");

        watch.Restart();
        var second = await temporary.StartAsync();
        output.WriteLine($"Later start {watch.Elapsed.TotalSeconds:0.00} s");

        Assert.False(second.Adopted);
        Assert.Equal(40000, await TemporaryCluster.AskAsync<long>(second, "select amount from price"));
    }

    [Fact]
    public async Task A_second_user_joins_and_the_server_outlives_the_first()
    {
        await using var temporary = new TemporaryCluster();
        var first = await temporary.StartAsync();
        var server = temporary.ServerPid;
        var second = await temporary.StartAsync();
        Assert.True(second.Adopted);

        await first.DisposeAsync();
        Assert.Equal(1, await TemporaryCluster.AskAsync<int>(second, "select 1"));
        Assert.Equal(server, temporary.ServerPid);

        await second.DisposeAsync();
        Assert.True(await temporary.StoppedAsync() < TimeSpan.FromSeconds(1));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(temporary.Folder, "users")));
    }

    [Fact]
    public async Task Users_that_come_and_go_at_once_never_meet_a_stopping_server()
    {
        await using var temporary = new TemporaryCluster();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var round = 0; round < 4; round++)
            {
                await using var cluster = await PostgresCluster.StartAsync(temporary.Options, TestContext.Current.CancellationToken);
                Assert.Equal(1, await TemporaryCluster.AskAsync<int>(cluster, "select 1"));
            }
        }));

        await temporary.StoppedAsync();
    }

    [Fact]
    public async Task Disposing_twice_is_harmless()
    {
        await using var temporary = new TemporaryCluster();
        var cluster = await temporary.StartAsync();
        await cluster.DisposeAsync();
        await cluster.DisposeAsync();
    }

    [Fact]
    public async Task Text_is_unicode_and_sorts_by_code_point()
    {
        await using var temporary = new TemporaryCluster();
        var cluster = await temporary.StartAsync();

        Assert.Equal("UTF8", await TemporaryCluster.AskAsync<string>(cluster, "show server_encoding"));
        Assert.Equal("价格É", await TemporaryCluster.AskAsync<string>(cluster, "select '价格' || upper('é')"));
        Assert.Equal("Z,a,ä,价", await TemporaryCluster.AskAsync<string>(
            cluster, "select string_agg(t, ',' order by t) from unnest(array['价', 'ä', 'a', 'Z']) t"));
    }

    [Fact]
    public async Task The_log_says_nothing_about_a_statement_that_failed()
    {
        await using var temporary = new TemporaryCluster();
        var cluster = await temporary.StartAsync();
        await Assert.ThrowsAsync<Npgsql.PostgresException>(
            () => TemporaryCluster.AskAsync<int>(cluster, "select 'someone@example.org'::int"));

        var log = await File.ReadAllTextAsync(
            Path.Combine(temporary.Folder, "log", "postgres.log"), TestContext.Current.CancellationToken);
        Assert.NotEmpty(log);
        Assert.DoesNotContain("someone", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_with_durable_data_does_not_join_a_server_without_crash_safety()
    {
        await using var temporary = new TemporaryCluster();
        await temporary.StartAsync();

        var refusal = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresCluster.StartAsync(
            temporary.Options with { Durable = true }, TestContext.Current.CancellationToken));
        Assert.Contains("choose another data folder", refusal.Message, StringComparison.Ordinal);
    }
}
