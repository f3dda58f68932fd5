using System.Text.Json;
using ProfitPlanner.Intents.Training;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Tells on standard error how far training has come, as JSON Lines for a program that reads them.</summary>
internal sealed class ProgressJson : IProgress<TrainingProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = TimeProvider.System;
    private long _told;
    private string _stage = "";

    public void Report(TrainingProgress value)
    {
        if (value.Stage == _stage && _time.GetElapsedTime(_told) < Pause)
            return;
        (_told, _stage) = (_time.GetTimestamp(), value.Stage);
        Console.Error.WriteLine(JsonSerializer.Serialize(new { stage = value.Stage, step = value.Step, steps = value.Steps }));
    }
}
