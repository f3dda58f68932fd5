namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>The profit model itself.</summary>
public static class Evaluation
{
    /// <summary>
    /// P = Σᵢ αᵢ·Nᵢ·(pᵢ − C_v,i − C_m,i) − C_f [currency per period], with all that leads to it.
    /// Source: docs/modelling.md, "Profit". The scenario has no <see cref="Validation.Problems"/>.
    /// </summary>
    public static ProfitResult Evaluate(this Scenario scenario)
    {
        var segments = new SegmentResult[scenario.Segments.Count];
        decimal customers = 0, revenue = 0, variableCost = 0, retentionCost = 0;
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i] = Evaluate(scenario, scenario.Segments[i]);
            customers += segment.Customers;
            revenue += segment.Revenue;
            variableCost += segment.VariableCost;
            retentionCost += segment.RetentionCost;
        }

        return new ProfitResult
        {
            Currency = scenario.Currency,
            Period = scenario.Period,
            Segments = segments,
            FixedCost = scenario.FixedCosts.Sum(line => line.Amount.Value),
            Customers = customers,
            Revenue = revenue,
            VariableCost = variableCost,
            RetentionCost = retentionCost,
        };
    }

    /// <summary>C_v,i + C_m,i, each the segment's own or the scenario's [currency per customer per period].</summary>
    public static decimal UnitCost(this Scenario scenario, Segment segment) =>
        (segment.VariableCost ?? scenario.VariableCost).Value + (segment.RetentionCost ?? scenario.RetentionCost).Value;

    private static SegmentResult Evaluate(Scenario scenario, Segment segment)
    {
        var revenuePerCustomer = segment.Revenue.PerCustomer;
        var conversion = segment.ConversionAt(revenuePerCustomer);
        return new SegmentResult
        {
            Id = segment.Id,
            Name = segment.Name,
            Conversion = conversion,
            RevenuePerCustomer = revenuePerCustomer,
            VariableCostPerCustomer = segment.VariableCost ?? scenario.VariableCost,
            RetentionCostPerCustomer = segment.RetentionCost ?? scenario.RetentionCost,
            Customers = conversion * segment.PotentialCustomers,
        };
    }
}
