using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Runs a scenario over time.</summary>
public static class Projections
{
    /// <summary>The scenario month by month, with the value of each number. The scenario has no <see cref="Validation.Problems"/>.</summary>
    public static ProjectionResult Project(this Scenario scenario)
    {
        var plan = CompiledProjection.Of(scenario);
        var run = new ProjectionRun(plan);
        run.Calculate(plan.Values);
        var segments = run.Segments.Select(segment => OfSegment(plan, segment)).ToList();
        var months = OfMonths(plan, run);
        return new ProjectionResult
        {
            Currency = scenario.Currency,
            Months = months,
            Segments = segments,
            Channels = [.. plan.Channels.Select((channel, index) => OfChannel(plan, run, channel, index))],
            Cohorts = Together(plan.Months, segments),
            Summary = Summarise(plan, run, months, segments),
        };
    }

    private static List<ProjectionMonth> OfMonths(CompiledProjection plan, ProjectionRun run)
    {
        var months = new List<ProjectionMonth>(plan.Months);
        var stay = run.Segments.Where(segment => !segment.Segment.IsDirectSale).ToArray();
        var cumulative = 0d;
        for (var month = 1; month <= plan.Months; month++)
        {
            var at = month;
            double Sum(Func<SegmentRun, double[]> column, int when) => stay.Sum(segment => column(segment)[when]);
            var (begin, @new, end) = (Sum(s => s.Customers, at - 1), Sum(s => s.New, at), Sum(s => s.Customers, at));
            cumulative += run.Profit[month];
            months.Add(new ProjectionMonth
            {
                Month = month,
                Date = plan.Plan.Start?.AddMonths(month - 1),
                CustomersBegin = begin,
                NewCustomers = @new,
                LostCustomers = Math.Max(0, begin + @new - end),
                CustomersEnd = end,
                Buyers = run.Customers[month] - end,
                MrrBegin = Sum(s => s.Mrr, at - 1),
                NewMrr = Sum(s => s.NewMrr, at),
                ExpansionMrr = Sum(s => s.ExpansionMrr, at),
                ContractionMrr = Sum(s => s.ContractionMrr, at),
                ChurnedMrr = Sum(s => s.ChurnedMrr, at),
                MrrEnd = Sum(s => s.Mrr, at),
                Billings = run.Billings[month],
                Refunds = run.Refunds[month],
                Revenue = run.Revenue[month],
                VariableCost = run.VariableCost[month],
                RetentionCost = run.RetentionCost[month],
                AcquisitionCost = run.AcquisitionCost[month],
                FixedCost = run.FixedCost,
                RampCost = run.RampCost[month],
                HiringCost = run.HiringCost[month],
                OneOffCost = run.OneOffCost[month],
                Taxes = run.Taxes[month],
                Profit = run.Profit[month],
                CumulativeProfit = cumulative,
                CashBegin = run.Cash[month - 1],
                Receipts = run.Receipts[month],
                Funding = run.Funding[month],
                RefundsPaid = run.RefundsPaid[month],
                CashEnd = run.Cash[month],
            });
        }
        return months;
    }

    private static SegmentProjection OfSegment(CompiledProjection plan, SegmentRun run)
    {
        var cost = run.VariableCost + run.RetentionCost;
        return new SegmentProjection
        {
            Id = run.Segment.Segment.Id,
            Name = run.Segment.Segment.Name,
            Customers = run.Customers[1..],
            NewCustomers = run.New[1..],
            Revenue = run.Revenue[1..],
            Contribution = [.. Enumerable.Range(1, plan.Months).Select(month =>
                run.Revenue[month] - run.Customers[month] * cost - run.AcquisitionCost[month])],
            Cohorts = run.Segment.IsDirectSale ? [] :
            [
                .. Enumerable.Range(0, plan.Months + 1).Select(month => new Cohort(
                    month, Left(run, month, plan.Months - month + 1))),
            ],
            Economics = Economics(
                run.Price * (1 - run.AnnualReduction) * (1 - run.RefundRate) - cost,
                1 / run.Lifetime(plan.Values),
                run.Won.Sum(),
                run.AcquisitionCost.Sum()),
        };
    }

    private static double[] Left(SegmentRun run, int month, int ages)
    {
        var left = new double[ages];
        for (var age = 0; age < ages; age++)
            left[age] = run.Left(month, age);
        return left;
    }

    private static SegmentEconomics Economics(double margin, double churn, double won, double cost)
    {
        var value = UnitEconomics.LifetimeValue(margin, churn);
        double? acquisition = won > 0 ? cost / won : null;
        return new SegmentEconomics
        {
            Margin = margin,
            Churn = churn,
            LifetimeValue = value,
            AcquisitionCost = acquisition,
            ValueToCost = acquisition > 0 ? value / acquisition : null,
            PaybackMonths = acquisition is { } simple ? UnitEconomics.PaybackMonths(simple, margin) : null,
            PaybackMonthsWithChurn = acquisition is { } adjusted ? UnitEconomics.PaybackMonthsWithChurn(adjusted, margin, churn) : null,
        };
    }

    private static ChannelProjection OfChannel(CompiledProjection plan, ProjectionRun run, Channel channel, int index)
    {
        var months = Math.Max(0, Math.Min(plan.Months, channel.Until ?? plan.Months) - channel.From + 1);
        var contacts = months * plan.Values[plan.ChannelInputs[index]];
        return new ChannelProjection
        {
            Id = channel.Id,
            Name = channel.Name,
            Contacts = contacts,
            NewCustomers = run.Segments.Sum(segment =>
                Array.IndexOf(segment.Segment.Channels, index) is >= 0 and var at ? segment.Won[at] : 0),
            Cost = contacts * plan.Values[plan.ChannelInputs[index] + 1],
        };
    }

    private static List<Cohort> Together(int months, List<SegmentProjection> segments)
    {
        var together = new List<Cohort>(months + 1);
        for (var month = 0; month <= months; month++)
        {
            var customers = new double[months - month + 1];
            foreach (var segment in segments)
            {
                if (segment.Cohorts.Count == 0)
                    continue;
                var left = segment.Cohorts[month].Customers;
                for (var age = 0; age < customers.Length; age++)
                    customers[age] += left[age];
            }
            together.Add(new Cohort(month, customers));
        }
        return together;
    }

    private static ProjectionSummary Summarise(
        CompiledProjection plan, ProjectionRun run, List<ProjectionMonth> months, List<SegmentProjection> segments)
    {
        var lowest = months.MinBy(month => month.CashEnd)!;
        var lastLoss = months.FindLastIndex(month => month.CumulativeProfit < 0);
        return new ProjectionSummary
        {
            Profit = months[^1].CumulativeProfit,
            LowestCash = lowest.CashEnd,
            LowestCashMonth = lowest.Month,
            LowestCumulativeProfit = Math.Min(0, months.Min(month => month.CumulativeProfit)),
            RunwayMonths = Runway.Of(run.Cash),
            BreakEvenMonth = months.Find(month => month.Profit > 0)?.Month,
            PaidBackMonth = lastLoss + 1 < months.Count ? months[lastLoss + 1].Month : null,
            NetPresentValue = NetPresentValue.Of(run.Flow, NetPresentValue.MonthlyRate(plan.Values[plan.DiscountRate])),
            RatesOfReturn = InternalRateOfReturn.Of(run.Flow),
            Economics = Together(run, segments),
        };
    }

    private static SegmentEconomics? Together(ProjectionRun run, List<SegmentProjection> segments)
    {
        var won = run.Segments.Zip(segments)
            .Where(pair => !pair.First.Segment.IsDirectSale && pair.First.Won.Sum() > 0)
            .Select(pair => (New: pair.First.Won.Sum(), Cost: pair.First.AcquisitionCost.Sum(), pair.Second.Economics))
            .ToList();
        var all = won.Sum(part => part.New);
        return won.Count == 0 ? null : Economics(
            won.Sum(part => part.New * part.Economics.Margin) / all,
            all / won.Sum(part => part.New / part.Economics.Churn),
            all,
            won.Sum(part => part.Cost));
    }
}
