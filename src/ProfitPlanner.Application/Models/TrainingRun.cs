using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using ProfitPlanner.Application.Jobs;

namespace ProfitPlanner.Application.Models;

/// <summary>One run of the training program; it dies with the app, and when it is cancelled.</summary>
internal static class TrainingRun
{
    // What profitplanner ends with: see its ExitCode.
    private const int Unavailable = 3;

    // Ctrl+C reaches the program before the app knows that it is to stop.
    private static readonly TimeSpan Afterthought = TimeSpan.FromSeconds(2);

    /// <param name="Stage">What is being done, a few words.</param>
    public sealed record Progress(string Stage, int Step, int Steps);

    /// <param name="heard">Is told the progress, one report at a time; those that come meanwhile are left out.</param>
    /// <returns>What the program wrote as its result.</returns>
    /// <exception cref="JobFailedException">It could not start, or did not end well.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, Func<Progress, Task> heard, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Its standard input stays open as long as this process lives: where that is killed, it ends.
        using var process = Start(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var latest = Channel.CreateBounded<Progress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
            var reading = ReadAsync(process, latest.Writer, cancellationToken);
            await foreach (var progress in latest.Reader.ReadAllAsync(cancellationToken))
                await heard(progress);
            await reading;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0)
                return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            // Else it may still write into a folder that is deleted next.
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await Task.Delay(Afterthought, cancellationToken);
        throw new JobFailedException(process.ExitCode == Unavailable ? "TrainingUnavailable" : "TrainingFailed");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            throw new JobFailedException("TrainingUnavailable");
        }
    }

    private static async Task ReadAsync(Process process, ChannelWriter<Progress> heard, CancellationToken cancellationToken)
    {
        try
        {
            while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
                if (line.StartsWith('{'))
                    heard.TryWrite(JsonSerializer.Deserialize<Progress>(line, JsonSerializerOptions.Web)!);
        }
        finally
        {
            heard.Complete();
        }
    }
}
