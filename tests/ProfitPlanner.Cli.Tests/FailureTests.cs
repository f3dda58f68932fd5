using System.Text;

namespace ProfitPlanner.Cli.Tests;

public sealed class FailureTests
{
    [Theory]
    [InlineData("nowhere.json", "nowhere.json: does not exist")]
    [InlineData(".", ".: is a folder")]
    [InlineData("", ": cannot be read")]
    public async Task What_cannot_be_read_is_one_line(string path, string line)
    {
        var output = await ProgramUnderTest.RunAsync(["evaluate", path]);

        Assert.Equal((1, "", line + Environment.NewLine), (output.ExitCode, output.Result, output.Messages));
    }

    [Fact]
    public async Task A_wrong_plan_is_one_line_with_the_file_and_the_path()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");
        await File.WriteAllTextAsync(file, Plans.Example.Replace("0.2", "1.2", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        try
        {
            var output = await ProgramUnderTest.RunAsync(["evaluate", file]);

            Assert.Equal(
                (1, "", $"{file}: $.segments[0].conversion: a share must lie within 0 and 1{Environment.NewLine}"),
                (output.ExitCode, output.Result, output.Messages));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Ten_megabytes_of_nesting_are_one_line()
    {
        var output = await ProgramUnderTest.RunAsync(["evaluate", "-"], Encoding.ASCII.GetBytes(new string('[', 10_000_000)));

        Assert.Equal(1, output.ExitCode);
        Assert.StartsWith("standard input: $[0][0]", output.Messages, StringComparison.Ordinal);
        Assert.EndsWith($"(line 1, column 65){Environment.NewLine}", output.Messages, StringComparison.Ordinal);
        Assert.Equal(1, output.Messages.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task More_than_64_megabytes_are_refused()
    {
        var output = await ProgramUnderTest.RunAsync(["evaluate", "-"], Encoding.ASCII.GetBytes(new string(' ', (64 << 20) + 1)));

        Assert.Equal((1, $"standard input: is larger than 64 MB{Environment.NewLine}"), (output.ExitCode, output.Messages));
    }

    [Fact]
    public async Task Another_encoding_is_refused()
    {
        var output = await ProgramUnderTest.RunAsync(["evaluate", "-"], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plans.Example)]);

        Assert.Equal((1, $"standard input: $: is not in UTF-8{Environment.NewLine}"), (output.ExitCode, output.Messages));
    }

    [Theory]
    [InlineData]
    [InlineData("evaluate")]
    [InlineData("evaluete", "plan.json")]
    [InlineData("evaluate", "plan.json", "--colour")]
    [InlineData("simulate", "plan.json", "--trials", "many")]
    [InlineData("simulate", "plan.json", "--trials", "0")]
    public async Task A_wrong_use_is_told_with_the_usage_on_standard_error(params string[] arguments)
    {
        var output = await ProgramUnderTest.RunAsync(arguments);

        Assert.Equal((2, ""), (output.ExitCode, output.Result));
        Assert.Contains("Usage:", output.Messages, StringComparison.Ordinal);
    }
}
