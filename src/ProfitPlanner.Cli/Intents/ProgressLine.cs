using ProfitPlanner.Intents.Training;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Tells on standard error how far training has come, once in a while.</summary>
internal sealed class ProgressLine : IProgress<TrainingProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = TimeProvider.System;
    private long _told;
    private string _stage = "";

    public void Report(TrainingProgress value)
    {
        if (value.Stage == _stage && _time.GetElapsedTime(_told) < Pause)
            return;
        (_told, _stage) = (_time.GetTimestamp(), value.Stage);
        var dev = value.Dev is { } accuracy ? FormattableString.Invariant($", dev {accuracy:P1}") : "";
        Console.Error.WriteLine(double.IsNaN(value.Loss)
            ? value.Stage
            : FormattableString.Invariant($"{value.Stage}: step {value.Step:N0} of {value.Steps:N0}, loss {value.Loss:F3}{dev}, {value.Left:h\\:mm\\:ss} left"));
    }
}
