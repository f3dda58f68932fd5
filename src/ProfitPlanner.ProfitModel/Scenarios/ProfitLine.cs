namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// Profit is a straight line in each lever of a segment: P(x) = slope · x + intercept.
/// Source: docs/modelling.md, "Break-even".
/// </summary>
/// <param name="Current">Where the lever stands [its unit].</param>
/// <param name="Slope">What one more brings [currency per period per unit of the lever].</param>
/// <param name="Intercept">Profit at zero [currency per period].</param>
internal readonly record struct ProfitLine(decimal Current, decimal Slope, decimal Intercept)
{
    public decimal At(decimal x) => Slope * x + Intercept;

    /// <summary>Where the line crosses zero; null where it is level or the crossing is beyond decimal.</summary>
    public decimal? Root => Quotient.Of(-Intercept, Slope);

    public static ProfitLine Of(Scenario scenario, Guid segmentId, Lever lever)
    {
        var segment = scenario.Segments.FirstOrDefault(each => each.Id == segmentId)
            ?? throw new ArgumentException($"The scenario has no segment {segmentId}.", nameof(segmentId));
        var result = scenario.Evaluate();
        return Of(segment, result.Segments.First(each => each.Id == segmentId), result, lever);
    }

    public static ProfitLine Of(Segment segment, SegmentResult own, ProfitResult result, Lever lever)
    {
        var others = result.Profit - own.Contribution;
        return lever switch
        {
            Lever.Conversion => new(own.Conversion, segment.PotentialCustomers * own.MarginPerCustomer, others),
            Lever.PotentialCustomers => new(segment.PotentialCustomers, own.Conversion * own.MarginPerCustomer, others),
            Lever.Price => new(
                own.RevenuePerCustomer, own.Customers, others - own.VariableCost - own.RetentionCost),
            _ => throw new ArgumentOutOfRangeException(nameof(lever), lever, null),
        };
    }
}
