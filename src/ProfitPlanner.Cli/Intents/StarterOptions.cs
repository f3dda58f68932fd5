using System.CommandLine;
using ProfitPlanner.Intents.Training;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Options for a program that starts this one, reads how far it is, and may be killed meanwhile.</summary>
internal sealed class StarterOptions
{
    private const string Text = "text";
    private const string Json = "json";

    private readonly Option<string> _progress = new("--progress")
    {
        Description = "How standard error tells the progress: text, now and then, or json, a line a second with stage, step and steps.",
        DefaultValueFactory = _ => Text,
    };

    private readonly Option<bool> _whileInputLasts = new("--while-input-lasts") { Description = "End when standard input ends: then whoever started this is gone." };

    public StarterOptions() => _progress.AcceptOnlyFromAmong(Text, Json);

    public void AddTo(Command command)
    {
        command.Options.Add(_progress);
        AddInputTo(command);
    }

    /// <summary>For a command that takes seconds and tells no progress.</summary>
    public void AddInputTo(Command command) => command.Options.Add(_whileInputLasts);

    public void WatchInput(ParseResult parsed)
    {
        if (parsed.GetValue(_whileInputLasts))
            new Thread(EndWithInput) { IsBackground = true }.Start();
    }

    public IProgress<TrainingProgress> Begin(ParseResult parsed)
    {
        WatchInput(parsed);
        return parsed.GetRequiredValue(_progress) == Json ? ProgressLines.Json() : ProgressLines.Text();
    }

    // At once, and not between two steps: another may already train in the same folder. A checkpoint is whole or not there.
    private static void EndWithInput()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[64];
        while (input.Read(ignored) > 0)
        {
        }
        Environment.Exit(ExitCode.Abandoned);
    }
}
