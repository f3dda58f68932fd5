using System.Diagnostics;

namespace ProfitPlanner.EmbeddedPostgres.Tests;

/// <summary>A process of its own that uses a cluster until it is told to end, or killed.</summary>
public sealed class Application : IDisposable
{
    public const string Command = "use-cluster";
    public const string Ready = "ready";

    private readonly Process _process;

    private Application(Process process) => _process = process;

    public static async Task<Application> StartAsync(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ProfitPlanner.EmbeddedPostgres.Tests.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, Command, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var application = new Application(process);
        Assert.Equal(Ready, await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return application;
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
