using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.Application.Sharing;

namespace ProfitPlanner.Application.Tests.Sharing;

public sealed class DashboardContentTests
{
    [Fact]
    public void What_was_written_is_read_to_the_letter_for_every_template()
    {
        var templates = new TemplateCatalogue().All;
        Assert.NotEmpty(templates);
        foreach (var template in templates)
        {
            var scenario = template.ToScenario(TemplateLanguage.English);
            var content = new DashboardContent
            {
                Title = "Seed round",
                Organisation = "日本 & Co",
                AsOf = new DateTimeOffset(2026, 11, 28, 20, 0, 0, TimeSpan.Zero),
                Version = 1,
                Parts = Enum.GetValues<DashboardPart>(),
                Scenarios =
                [
                    new SharedScenario
                    {
                        Scenario = scenario, Version = 3, SavedAt = new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero), Assumptions = [],
                        Results = ScenarioResults.Of(scenario, trials: 500, runs: 50, TestContext.Current.CancellationToken),
                    },
                ],
                Definitions = MetricDefinitions.Current,
            };

            var written = content.Write();
            var read = DashboardContent.Read(written);

            Assert.Equal(written, read.Write());
            var (before, after) = (content.Scenarios[0].Results, read.Scenarios[0].Results);
            Assert.Equal(before.Profit.Profit, after.Profit.Profit);
            Assert.Equal(before.BreakEven, after.BreakEven);
            Assert.Equal(before.Simulation?.P10, after.Simulation?.P10);
            Assert.Equal(before.Projection.Summary.LowestCash, after.Projection.Summary.LowestCash);
            Assert.Equal(before.Tornado, after.Tornado);
        }
    }
}
