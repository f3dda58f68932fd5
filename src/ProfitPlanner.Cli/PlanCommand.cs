using System.CommandLine;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>A command that reads a plan and writes a result.</summary>
internal static class PlanCommand
{
    /// <param name="name">The word it is called by.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="result">What it writes as JSON.</param>
    /// <param name="options">The options that <paramref name="result"/> asks for.</param>
    public static Command Create<T>(string name, string description, Func<Scenario, ParseResult, T> result, params Option[] options)
    {
        var plan = PlanFile.Argument();
        var command = new Command(name, description) { plan };
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var scenario = PlanFile.Read(parsed.GetRequiredValue(plan));
            ResultJson.Write(parsed.InvocationConfiguration.Output, result(scenario, parsed));
            return ExitCode.Success;
        });
        return command;
    }
}
