using CsCheck;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Pricing.Fitting;

public class VanWestendorpTests
{
    private static readonly double[] TooCheap = [10, 15, 15, 20, 20, 25, 25, 30, 30, 35];
    private static readonly double[] Cheap = [20, 25, 30, 35, 35, 40, 45, 45, 50, 55];
    private static readonly double[] Expensive = [40, 45, 45, 50, 55, 55, 60, 70, 75, 80];
    private static readonly double[] TooExpensive = [55, 60, 65, 70, 75, 80, 85, 90, 100, 110];

    internal static PriceSensitivityAnswer[] Ten =>
        [.. Enumerable.Range(0, 10).Select(i => new PriceSensitivityAnswer(TooCheap[i], Cheap[i], Expensive[i], TooExpensive[i]))];

    [Fact]
    public void Ten_respondents_give_the_points_of_both_definitions()
    {
        var meter = VanWestendorp.Of(Ten)!;

        Expect(30, 26.6666666667, meter.Standard.MarginalCheapness);
        Expect(35, 35, meter.OptimalPrice);
        Expect(45, 43.75, meter.IndifferencePrice);
        Expect(65, 65, meter.Standard.MarginalExpensiveness);
        Expect(35, 35, meter.Alternative.MarginalCheapness);
        Expect(55, 52.5, meter.Alternative.MarginalExpensiveness);
        Assert.Equal(AcceptableRangeDefinition.Standard, meter.Standard.Definition);
        Assert.Equal(AcceptableRangeDefinition.Alternative, meter.Alternative.Definition);
    }

    [Fact]
    public void Inconsistent_respondents_are_dropped_and_counted()
    {
        var meter = VanWestendorp.Of(
            [.. Ten, new(20, 20, 30, 40), new(20, 10, 30, 40), new(10, 20, 30, 30), new(double.NaN, 1, 2, 3), new(-1, 1, 2, 3), new(1, 2, 3, double.PositiveInfinity)])!;

        Assert.Equal(10, meter.Respondents);
        Assert.Equal(6, meter.Dropped);
        Assert.Equal(VanWestendorp.Of(Ten)!.Standard, meter.Standard);
        Assert.Null(VanWestendorp.Of([new(20, 20, 30, 40)]));
    }

    [Fact]
    public void The_advice_follows_the_number_of_respondents()
    {
        static RespondentAdvice Of(int count) =>
            VanWestendorp.Of(Enumerable.Repeat(new PriceSensitivityAnswer(1, 2, 3, 4), count))!.Advice;

        Assert.Equal(RespondentAdvice.Few, Of(149));
        Assert.Equal(RespondentAdvice.Advised, Of(150));
        Assert.Equal(RespondentAdvice.Advised, Of(300));
        Assert.Equal(RespondentAdvice.Many, Of(301));
    }

    [Fact]
    public void One_respondent_is_read_too()
    {
        var meter = VanWestendorp.Of([new(10, 20, 30, 40)])!;

        Assert.Equal(10, meter.OptimalPrice.Step);
        Assert.Equal([0, 0, 0, 0], meter.Curves.Select(c => c.TooCheap));
        Assert.Equal([0, 0, 1, 1], meter.Curves.Select(c => c.Expensive));
    }

    [Fact]
    public void Points_stand_in_order_and_curves_are_monotone() =>
        Gen.Int[1, 40].Array[4].Where(a => a.Distinct().Count() == 4).Select(a => a.Order().ToArray())
            .Select(a => new PriceSensitivityAnswer(a[0], a[1], a[2], a[3])).Array[1, 30].Sample(answers =>
            {
                var meter = VanWestendorp.Of(answers)!;
                Assert.True(meter.Standard.MarginalCheapness.Linear <= meter.Standard.MarginalExpensiveness.Linear);
                Assert.True(meter.Standard.MarginalCheapness.Linear <= meter.Alternative.MarginalCheapness.Linear);
                Assert.True(meter.Alternative.MarginalExpensiveness.Linear <= meter.Standard.MarginalExpensiveness.Linear);
                foreach (var (left, right) in meter.Curves.Zip(meter.Curves.Skip(1)))
                {
                    Assert.True(left.Price < right.Price && left.TooCheap >= right.TooCheap && left.Cheap >= right.Cheap);
                    Assert.True(left.Expensive <= right.Expensive && left.TooExpensive <= right.TooExpensive);
                }

                foreach (var crossing in new[] { meter.OptimalPrice, meter.IndifferencePrice, meter.Standard.MarginalCheapness })
                    Assert.True(crossing.Linear <= crossing.Step);
            });

    private static void Expect(double step, double linear, CurveCrossing crossing)
    {
        Assert.Equal(step, crossing.Step);
        Assert.Equal(linear, crossing.Linear, 1e-9);
    }
}
