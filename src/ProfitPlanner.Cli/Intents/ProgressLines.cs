using System.Text.Json;
using ProfitPlanner.Intents.Training;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Tells on standard error how far training has come: at the start of a stage, and within it once in a while.</summary>
internal sealed class ProgressLines : IProgress<TrainingProgress>
{
    private readonly TimeSpan _pause;
    private readonly Func<TrainingProgress, string> _line;
    private readonly TimeProvider _time = TimeProvider.System;
    private long _told;
    private string _stage = "";

    private ProgressLines(TimeSpan pause, Func<TrainingProgress, string> line) => (_pause, _line) = (pause, line);

    /// <summary>For a person.</summary>
    public static ProgressLines Text() => new(TimeSpan.FromSeconds(10), TextOf);

    /// <summary>JSON Lines, for a program that reads them.</summary>
    public static ProgressLines Json() =>
        new(TimeSpan.FromSeconds(1), progress => JsonSerializer.Serialize(new { stage = progress.Stage, step = progress.Step, steps = progress.Steps }));

    public void Report(TrainingProgress value)
    {
        if (value.Stage == _stage && _time.GetElapsedTime(_told) < _pause)
            return;
        (_told, _stage) = (_time.GetTimestamp(), value.Stage);
        Console.Error.WriteLine(_line(value));
    }

    private static string TextOf(TrainingProgress progress)
    {
        var dev = progress.Dev is { } accuracy ? FormattableString.Invariant($", dev {accuracy:P1}") : "";
        return double.IsNaN(progress.Loss)
            ? progress.Stage
            : FormattableString.Invariant($"{progress.Stage}: step {progress.Step:N0} of {progress.Steps:N0}, loss {progress.Loss:F3}{dev}, {progress.Left:h\\:mm\\:ss} left");
    }
}
