using System.CommandLine;
using ProfitPlanner.Intents.Training.Published;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Fetches a published encoder; the only command that uses the network.</summary>
internal static class PullCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = $"One of {string.Join(", ", PublishedEncoder.All.Select(encoder => encoder.Name))}." };
        name.AcceptOnlyFromAmong([.. PublishedEncoder.All.Select(encoder => encoder.Name)]);
        var output = new Option<string?>("--out") { Description = "The folder of the encoder; its name without it." };
        var command = new Command("pull", "Fetch a published encoder of a pinned revision, and compare its SHA-256.") { name, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var encoder = PublishedEncoder.All.Single(encoder => encoder.Name == parsed.GetRequiredValue(name));
            var folder = parsed.GetValue(output) ?? encoder.Name;
            using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            await encoder.FetchAsync(client, folder, Console.Error.WriteLine, cancellation);
            ResultJson.Write(parsed.InvocationConfiguration.Output, new { Encoder = folder, encoder.Repository, encoder.Revision });
            return ExitCode.Success;
        });
        return command;
    }
}
