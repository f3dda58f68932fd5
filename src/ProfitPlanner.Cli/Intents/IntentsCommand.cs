using System.CommandLine;

namespace ProfitPlanner.Cli.Intents;

/// <summary>What concerns intent classifiers.</summary>
internal static class IntentsCommand
{
    public static Command Create() => new("intents", "Train, measure and use classifiers of what customers want.")
    {
        PretrainCommand.Create(), TrainCommand.Create(), TrainSupportCommand.Create(), EvaluateCommand.Create(), ConfusionCommand.Create(), LearningCurveCommand.Create(), PredictCommand.Create(), BenchCommand.Create(), PullCommand.Create(),
    };
}
