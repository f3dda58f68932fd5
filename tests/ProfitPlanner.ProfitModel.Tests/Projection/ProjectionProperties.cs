using CsCheck;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class ProjectionProperties
{
    [Fact]
    public void Customers_are_conserved() =>
        GeneratePlans.Scenario.Sample(scenario =>
        {
            var result = scenario.Project();
            foreach (var month in result.Months)
            {
                AssertClose(month.CustomersEnd, month.CustomersBegin + month.NewCustomers - month.LostCustomers);
                AssertClose(month.CustomersEnd, result.Cohorts.Where(cohort => cohort.Month <= month.Month)
                    .Sum(cohort => cohort.Customers[month.Month - cohort.Month]));
                Assert.True(month.CustomersEnd >= 0 && month.NewCustomers >= 0 && month.LostCustomers >= 0);
            }
            Assert.All(result.Months.Zip(result.Months.Skip(1)), pair => Assert.Equal(pair.First.CustomersEnd, pair.Second.CustomersBegin));
        });

    [Fact]
    public void Movements_of_MRR_add_up() =>
        GeneratePlans.Scenario.Sample(scenario => Assert.All(scenario.Project().Months, month =>
        {
            AssertClose(month.MrrEnd, month.MrrBegin + month.NewMrr + month.ExpansionMrr - month.ContractionMrr - month.ChurnedMrr);
            Assert.True(month is { NewMrr: >= 0, ExpansionMrr: >= 0, ContractionMrr: >= 0, ChurnedMrr: >= 0 });
        }));

    [Fact]
    public void Cash_is_what_was_there_and_all_flows() =>
        GeneratePlans.Scenario.Sample(scenario =>
        {
            var result = scenario.Project();
            var cash = (double)scenario.Projection!.OpeningCash.Value;
            foreach (var month in result.Months)
            {
                cash += month.Receipts + month.Funding - month.RefundsPaid - month.CostsPaid - month.Taxes;
                AssertClose(cash, month.CashEnd);
            }
        });

    [Fact]
    public void Segments_and_channels_add_up_to_the_whole() =>
        GeneratePlans.Scenario.Sample(scenario =>
        {
            var result = scenario.Project();
            foreach (var month in result.Months)
                AssertClose(month.Revenue, result.Segments.Sum(segment => segment.Revenue[month.Month - 1]));
            AssertClose(result.Months.Sum(month => month.AcquisitionCost), result.Channels.Sum(channel => channel.Cost));
        });

    [Fact]
    public void Nobody_comes_without_reach() =>
        GeneratePlans.Scenario.Sample(scenario =>
        {
            var silent = scenario with
            {
                Projection = scenario.Projection! with { Channels = [.. scenario.Projection.Channels.Select(channel => channel with { Reach = 0 })] },
            };
            var reached = silent.Projection.Channels.Select(channel => channel.Segment).ToHashSet();
            Assert.All(silent.Project().Segments.Where(segment => reached.Contains(segment.Id)),
                segment => Assert.Equal(0, segment.NewCustomers.Sum()));
        });

    [Fact]
    public void A_certain_plan_has_a_fan_without_width() =>
        GeneratePlans.Scenario.Sample(scenario =>
        {
            var (fan, result) = (ProjectionFan.Of(scenario, 20, cancellation: TestContext.Current.CancellationToken), scenario.Project());
            foreach (var (month, band) in result.Months.Zip(fan.Cash))
            {
                Assert.Equal(month.CashEnd, band.P5);
                Assert.Equal(month.CashEnd, band.P95);
            }
        }, iter: 20);

    [Fact]
    public void What_is_written_is_read_back() =>
        GeneratePlans.Scenario.Sample(scenario =>
        {
            var json = ScenarioJson.Write(scenario);
            Assert.Equal(json, ScenarioJson.Write(ScenarioJson.Read(json)));
            Assert.Empty(scenario.Problems());
        });

    private static void AssertClose(double expected, double actual) =>
        Assert.Equal(expected, actual, 1e-9 * (1e6 + Math.Abs(expected)));
}
