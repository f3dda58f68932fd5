using System.CommandLine;

namespace ProfitPlanner.Cli;

/// <summary>The JSON Schema of plan files, for editors and other programs.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "The JSON Schema of plan files.");
        command.SetAction(parsed =>
        {
            using var schema = new StreamReader(typeof(SchemaCommand).Assembly.GetManifestResourceStream("plan.schema.json")!);
            parsed.InvocationConfiguration.Output.Write(schema.ReadToEnd());
            return ExitCode.Success;
        });
        return command;
    }
}
