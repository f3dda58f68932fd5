using System.CommandLine;
using System.Text;
using ProfitPlanner.Cli.Intents;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Cli;

/// <summary>The commands, and what each of them does when something goes wrong.</summary>
internal static class Application
{
    public static int Run(string[] args)
    {
        try
        {
            var parsed = Root().Parse(args);
            if (parsed.Errors.Count > 0)
                return Usage(parsed);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            return parsed.Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        }
        catch (InputException exception)
        {
            return Fail(exception.Message);
        }
        catch (EngineUnavailableException exception)
        {
            return Fail($"profitplanner: {exception.Message}", ExitCode.Unavailable);
        }
        catch (OperationCanceledException)
        {
            return Fail("profitplanner: stopped; a training goes on where it was when the same command is given again.", ExitCode.Stopped);
        }
        catch (Exception exception)
        {
            return Fail($"profitplanner: {exception.Message}");
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("At which price, for which customers, does this make money, and how sure are we?");
        Command[] commands =
        [
            EvaluateCommand.Create(), OptimizeCommand.Create(), SimulateCommand.Create(), ProjectCommand.Create(),
            SensitivityCommand.Create(), VoiCommand.Create(), ConvertCommand.Create(), SchemaCommand.Create(), IntentsCommand.Create(),
        ];
        foreach (var command in commands)
            root.Subcommands.Add(command);
        return root;
    }

    private static int Usage(ParseResult parsed)
    {
        // What was asked for cannot be done: its usage is no result, and goes where messages go.
        var configuration = new InvocationConfiguration { Output = Console.Error, Error = Console.Error, EnableDefaultExceptionHandler = false };
        parsed.Invoke(configuration);
        return ExitCode.Usage;
    }

    private static int Fail(string message, int code = ExitCode.WrongInput)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return code;
    }
}
