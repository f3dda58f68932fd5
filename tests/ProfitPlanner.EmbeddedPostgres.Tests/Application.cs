using System.Diagnostics;

namespace ProfitPlanner.EmbeddedPostgres.Tests;

/// <summary>A process of its own that uses a cluster until it is told to end, or killed.</summary>
public sealed class Application : IDisposable
{
    public const string Command = "use-cluster";
    public const string Ready = "ready";

    private readonly Process _process;

    private Application(Process process) => _process = process;

    /// <param name="folder">The cluster's.</param>
    /// <param name="inGroup">Makes it the leader of a process group of its own.</param>
    public static async Task<Application> StartAsync(string folder, bool inGroup = false)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ProfitPlanner.EmbeddedPostgres.Tests.dll");
        string[] command = ["dotnet", "exec", program, Command, folder];
        command = inGroup ? ["setsid", .. command] : command;
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var application = new Application(process);
        Assert.Equal(Ready, await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return application;
    }

    /// <summary>kill -9 of the application and of every child in its process group; see <see cref="StartAsync"/>.</summary>
    public async Task KillGroupAsync()
    {
        using var kill = Process.Start("kill", ["-KILL", "--", $"-{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>kill -9: it has no chance to do anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
