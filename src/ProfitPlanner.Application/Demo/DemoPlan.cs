using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Application.Demo;

/// <summary>
/// A template's scenario as a founder would have worked on it for a while, so that every page of the demo has something to
/// show: numbers that are uncertain, a demand curve, months, money in the bank. As made up as the template is.
/// </summary>
internal static class DemoPlan
{
    // How many of those whom a segment would have in the end are there as month 1 begins, and by how much more come than leave.
    private const decimal There = 0.3m;
    private const decimal Growth = 1.4m;

    private const decimal Churn = 0.03m;

    /// <param name="start">First day of a month.</param>
    public static Scenario Of(Scenario template, DateOnly start)
    {
        var fixedCost = template.FixedCosts.Sum(line => line.Amount.Value);
        return template with
        {
            VariableCost = Around(template.VariableCost, 0.85m, 1.2m),
            Segments = [.. template.Segments.Select((segment, i) => Worked(segment, hasCurve: i == 0))],
            Projection = new ProjectionPlan
            {
                Months = 36,
                Start = start,
                OpeningCash = 1_000 * decimal.Round(12 * fixedCost / 1_000),
                Channels = [.. template.Segments.Where(segment => segment.Revenue is not DirectSale).Select(ChannelOf)],
            },
        };
    }

    private static Segment Worked(Segment segment, bool hasCurve) => segment with
    {
        PotentialCustomers = Around(segment.PotentialCustomers, 0.7m, 1.3m),
        Conversion = Around(segment.Conversion, 0.6m, 1.5m),
        Demand = hasCurve ? CurveOf(segment) : segment.Demand,
        Lifecycle = new Lifecycle
        {
            Churn = Around(Churn, 0.6m, 1.6m),
            OpeningCustomers = decimal.Round(There * segment.Conversion * segment.PotentialCustomers),
        },
    };

    // Through today's price and conversion: a fifth dearer costs a quarter of the customers.
    private static LinearDemand? CurveOf(Segment segment) => segment.Revenue.PerCustomer is > 0 and var price
        ? new LinearDemand(Around(2.25m * segment.Conversion, 0.9m, 1.15m), decimal.Round(-1.25m * segment.Conversion / price, 20))
        : null;

    private static Channel ChannelOf(Segment segment) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = $"Search: {segment.Name}",
        Segment = segment.Id,
        Reach = decimal.Round(Growth * Churn * segment.PotentialCustomers, 1),
        Conversion = segment.Conversion,
        // Four months of revenue for a customer.
        CostPerContact = decimal.Round(4 * segment.Revenue.PerCustomer * segment.Conversion, 2),
    };

    private static Estimate Around(decimal value, decimal low, decimal high) => value > 0
        ? new Estimate(value, new PertDistribution((double)(value * low), (double)value, (double)(value * high)))
        : value;
}
