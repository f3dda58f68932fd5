using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace ProfitPlanner.Cli.Tests;

/// <summary>The built program, run as a process.</summary>
internal static class ProgramUnderTest
{
    public static Process Start(string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? "",
            // A culture whose decimals have commas must not show.
            Environment = { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "profitplanner.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static async Task<Output> RunAsync(string[] arguments, byte[]? input = null, string? folder = null)
    {
        using var process = Start(arguments, folder);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It may end before it has read everything.
        }
        await process.WaitForExitAsync();
        return new Output(process.ExitCode, await output, await error);
    }

    public static Task<Output> RunAsync(string command, string plan, params string[] options) =>
        RunAsync([command, "-", .. options], Encoding.UTF8.GetBytes(plan));

    internal sealed record Output(int ExitCode, string Result, string Messages)
    {
        public JsonNode Json => JsonNode.Parse(Result)!;
    }
}
