using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Composition;

/// <summary>The program as a process: where it cannot start it says in one sentence what to do.</summary>
public sealed class StartTests(TestPostgres postgres)
{
    // What production needs beside a database.
    private static readonly Dictionary<string, string> Production = new()
    {
        ["Smtp:Host"] = "mail.example",
        ["Smtp:From"] = "planner@example.com",
        ["PublicAddress"] = "https://planner.example.com",
    };

    [Fact]
    public async Task Without_a_database_in_production_it_names_the_setting()
    {
        var (exitCode, error) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("ConnectionStrings__Postgres", Assert.Single(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Smtp:Host")]
    [InlineData("Smtp:From")]
    [InlineData("PublicAddress")]
    public async Task Without_what_mails_need_in_production_it_names_the_setting(string setting)
    {
        var (exitCode, error) = await RunAsync($"--{setting}", "");

        Assert.Equal(1, exitCode);
        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_without_its_password()
    {
        var (exitCode, error) = await RunAsync("--ConnectionStrings:Postgres", "Host=127.0.0.1;Port=1;Username=somebody;Password=correct-horse;Database=planner");

        Assert.Equal(1, exitCode);
        Assert.Contains("does not answer", Assert.Single(error), StringComparison.Ordinal);
        Assert.DoesNotContain("correct-horse", error[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_bypasses_row_level_security_is_refused()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var (exitCode, error) = await RunAsync("--ConnectionStrings:Postgres", database.OwnerConnection);

        Assert.Equal(1, exitCode);
        Assert.Contains("bypasses row-level security", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_with_how_to_choose_another()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, error) = await RunAsync(
            "--ConnectionStrings:Postgres", database.AppConnection, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(1, exitCode);
        Assert.Contains("--urls", Assert.Single(error), StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string[] Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Folders.Web };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in Production.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value }).Concat(arguments))
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        if (!arguments.Contains("--urls"))
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment.Remove("ConnectionStrings__Postgres");

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
