using CsCheck;
using ProfitPlanner.ProfitModel.Experiments;

namespace ProfitPlanner.ProfitModel.Tests.Experiments;

public class ExperimentPlanTests
{
    private static readonly ExperimentDesign Usual = new();

    [Fact]
    public void Conversions_of_20_and_23_percent_need_2943_visitors_of_each_arm()
    {
        var plan = ExperimentPlan.ForConversion(Usual, 0.20, 0.23)!;

        Assert.Equal(2942.587, plan.ExactVisitorsPerArm, 5e-4);
        Assert.Equal(2943, plan.VisitorsPerArm);
        Assert.Equal(5886, plan.Visitors);
        Assert.Equal(2939.842, ExperimentPlan.ForConversion(Usual, 0.20, 0.23, SampleSizeMethod.Unpooled)!.ExactVisitorsPerArm, 5e-4);
    }

    [Fact]
    public void The_continuity_corrected_size_is_the_published_one()
    {
        var plan = ExperimentPlan.ForConversion(new(power: 0.9), 0.45, 0.25, SampleSizeMethod.ContinuityCorrected)!;

        Assert.Equal(127.2343, plan.ExactVisitorsPerArm, 5e-5);
    }

    [Fact]
    public void Profit_per_visitor_is_planned_with_its_own_variance()
    {
        var plan = ExperimentPlan.ForProfit(Usual, new(60, 0.20), new(80, 0.17))!;

        Assert.Equal(4534.690, plan.ExactVisitorsPerArm, 5e-4);
    }

    [Fact]
    public void More_arms_share_the_significance()
    {
        var three = new ExperimentDesign(0.05, 0.8, 4);

        Assert.Equal(0.05 / 3, three.SignificancePerComparison, 1e-15);
        Assert.Equal(
            ExperimentPlan.ForConversion(new(0.05 / 3), 0.2, 0.23)!.ExactVisitorsPerArm,
            ExperimentPlan.ForConversion(three, 0.2, 0.23)!.ExactVisitorsPerArm,
            1e-9);
        Assert.Equal(4 * ExperimentPlan.ForConversion(three, 0.2, 0.23)!.VisitorsPerArm, ExperimentPlan.ForConversion(three, 0.2, 0.23)!.Visitors);
    }

    [Fact]
    public void Arms_that_do_not_differ_have_no_plan()
    {
        Assert.Null(ExperimentPlan.ForConversion(Usual, 0.2, 0.2));
        Assert.Null(ExperimentPlan.ForProfit(Usual, new(60, 0.2), new(40, 0.3)));
        Assert.Equal(0.05, ExperimentPlan.PowerForConversion(Usual, 0.2, 0.2, 1000));
    }

    [Theory]
    [InlineData(SampleSizeMethod.Pooled)]
    [InlineData(SampleSizeMethod.Unpooled)]
    [InlineData(SampleSizeMethod.ContinuityCorrected)]
    public void Power_and_smallest_effect_invert_the_sample_size(SampleSizeMethod method) =>
        Gen.Select(Gen.Double[0.05, 0.95], Gen.Double[0.05, 0.95], Gen.Double[0.55, 0.99], Gen.Int[2, 5])
            .Where((a, b, _, _) => Math.Abs(a - b) > 0.01)
            .Sample((control, variant, power, arms) =>
            {
                var design = new ExperimentDesign(0.05, power, arms);
                var n = ExperimentPlan.ForConversion(design, control, variant, method)!.ExactVisitorsPerArm;

                Assert.Equal(power, ExperimentPlan.PowerForConversion(design, control, variant, n, method), 1e-9);
                var detectable = ExperimentPlan.DetectableForConversion(design, control, n, method);
                Assert.Equal(variant, (variant > control ? detectable.Upper : detectable.Lower)!.Value, 1e-6);
            });

    [Fact]
    public void Power_and_smallest_effect_of_profit_invert_the_sample_size()
    {
        PlannedArm control = new(60, 0.20);
        var n = ExperimentPlan.ForProfit(Usual, control, new(80, 0.17))!.ExactVisitorsPerArm;

        Assert.Equal(0.8, ExperimentPlan.PowerForProfit(Usual, control, new(80, 0.17), n), 1e-9);
        var detectable = ExperimentPlan.DetectableForProfit(Usual, control, 80, n);
        Assert.Equal(0.17, detectable.Upper!.Value, 1e-9);
        // 0.15 at a margin of 80 earns what 0.20 earns at 60.
        Assert.InRange(detectable.Lower!.Value, 0.12, 0.15);
        Assert.Equal(0.8, ExperimentPlan.PowerForProfit(Usual, control, new(80, detectable.Lower.Value), n), 1e-9);
    }

    [Fact]
    public void What_cannot_be_seen_is_not_given()
    {
        var detectable = ExperimentPlan.DetectableForConversion(Usual, 0.05, 20);

        Assert.Null(detectable.Lower);
        Assert.NotNull(detectable.Upper);
        Assert.Equal(new DetectableConversions(null, null), ExperimentPlan.DetectableForProfit(Usual, new(60, 0.2), 0, 1000));
        // A margin of 10 never earns 12 per visitor.
        Assert.Null(ExperimentPlan.DetectableForProfit(Usual, new(60, 0.2), 10, 1000).Upper);
    }

    [Fact]
    public void Simulated_experiments_have_the_planned_power()
    {
        var n = (int)ExperimentPlan.ForConversion(Usual, 0.2, 0.3)!.VisitorsPerArm;
        var random = new Random(5);
        const int Times = 1000;
        var seen = Enumerable.Range(0, Times).Count(_ =>
            ExperimentReading.Of([
                new(1, 0, n, Pricing.Fitting.Simulated.Buyers(random, n, 0.2)),
                new(1, 0, n, Pricing.Fitting.Simulated.Buyers(random, n, 0.3))]).Comparisons[0].Conversion!.Value.P < 0.05);

        Assert.Equal(0.8, seen / (double)Times, 4 * Math.Sqrt(0.16 / Times));
    }

    [Theory]
    [InlineData(1000, 6, 1)]
    [InlineData(500, 12, 2)]
    [InlineData(841, 7, 1)]
    [InlineData(6000, 1, 1)]
    public void Duration_is_in_whole_days_and_whole_weeks(double perDay, long days, long weeks) =>
        Assert.Equal(new ExperimentDuration(days, weeks), ExperimentPlan.ForConversion(Usual, 0.20, 0.23)!.Duration(perDay));
}
