using System.CommandLine;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>The plan in full: shorthands spelled out, names as ids.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var plan = PlanFile.Argument();
        var command = new Command("convert", "The plan in full, as the app exports it: with ids, and without shorthands.") { plan };
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(PlanJson.Write(PlanFile.Read(parsed.GetRequiredValue(plan))));
            return ExitCode.Success;
        });
        return command;
    }
}
