using System.Text.RegularExpressions;
using ProfitPlanner.Testing;
using ProfitPlanner.Web.Tests.Texts;

namespace ProfitPlanner.Web.Tests.Pages.Jobs;

public sealed partial class JobTextTests
{
    [Fact]
    public void Every_reason_for_which_a_job_fails_has_its_sentence()
    {
        var sources = Directory.GetFiles(Path.Combine(Folders.Repository, "src", "ProfitPlanner.Application"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        string[] keys = [.. sources.SelectMany(source => Failure().Matches(source)).SelectMany(failure => Literal().Matches(failure.Value)).Select(reason => $"Failure.{reason.Groups[1].Value}").Distinct()];

        Assert.Contains("Failure.TrainingFailed", keys);
        Assert.Contains("Failure.Unexpected", keys);
        Expect.None(keys.Except(ResourceFile.All.Single(file => file.Name == "JobTexts").English.Keys));
    }

    [GeneratedRegex(@"(new JobFailedException\(|JobState\.Failed, )[^;]*;")]
    private static partial Regex Failure();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Literal();
}
