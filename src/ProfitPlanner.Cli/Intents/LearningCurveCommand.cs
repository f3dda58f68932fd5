using System.CommandLine;
using ProfitPlanner.Intents.Training.Classifiers;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Whether more labelled texts would help, before anybody labels them.</summary>
internal static class LearningCurveCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A CSV of texts and their intents.", Required = true };
        var held = new Option<string>("--held-out") { Description = "One to measure by.", Required = true };
        var seed = TrainingOptions.Seed("curve");
        var options = new DataOptions();
        var starter = new StarterOptions();
        var command = new Command("learning-curve", "How good the linear model alone gets from a quarter, half, three quarters and all of the texts, as JSON.") { data, held, seed };
        options.AddTo(command);
        starter.AddInputTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            starter.WatchInput(parsed);
            var curve = LearningCurve.Of(
                options.Read(parsed.GetRequiredValue(data), parsed).Rows, options.Read(parsed.GetRequiredValue(held), parsed).Rows, parsed.GetValue(seed), cancellation);
            ResultJson.Write(parsed.InvocationConfiguration.Output, new { Points = curve });
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
