using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// What a scenario may learn from its actuals. These are of all segments together, so that they say something of a
/// number only where it is the only one of its kind. Source: docs/modelling/projection.md, "Learning from actuals".
/// </summary>
public static class ActualsUpdate
{
    /// <summary>New distributions of the numbers that the actuals say something of. The scenario has no <see cref="Validation.Problems"/>.</summary>
    public static IReadOnlyList<ProposedInput> Propose(Scenario scenario)
    {
        var plan = CompiledProjection.Of(scenario);
        var actuals = scenario.ActualsByMonth();
        var proposals = new List<ProposedInput?> { FixedCost(plan, actuals) };
        if (plan.Segments is [var only])
            proposals.AddRange([Churn(plan, only, actuals), Conversion(plan, only, actuals), Price(plan, only, actuals), VariableCost(plan, only, actuals)]);
        return [.. proposals.OfType<ProposedInput>()];
    }

    /// <summary>The scenario with the proposals that the founder accepts; one whose number is gone is passed over.</summary>
    public static Scenario Accept(Scenario scenario, IEnumerable<ProposedInput> proposals) =>
        ScenarioDiff.Apply(scenario, proposals.Select(proposal =>
            new ScenarioChange(proposal.Path, ScenarioJson.ToNode(proposal.Before), ScenarioJson.ToNode(proposal.After)))).Scenario;

    private static ProposedInput? Churn(CompiledProjection plan, CompiledSegment segment, IReadOnlyList<(int Month, MonthlyActual Actual)> actuals)
    {
        // Who paid a year in advance could not leave, and is not told apart.
        if (segment.Churn < 0 || segment.IsDirectSale || Value(plan, segment.AnnualShare) > 0)
            return null;
        double lost = 0, atRisk = 0;
        foreach (var (month, actual) in actuals)
        {
            if (actual.LostCustomers is not { } left || AtRisk(actuals, month, actual) is not { } there || left > there)
                continue;
            lost += (double)left;
            atRisk += (double)there;
        }
        return Share(plan, segment.Churn, lost, atRisk);
    }

    /// <summary>Those who could leave: customers at the end of the month before, or reckoned back from this one's.</summary>
    private static decimal? AtRisk(IReadOnlyList<(int Month, MonthlyActual Actual)> actuals, int month, MonthlyActual actual) =>
        actuals.FirstOrDefault(entry => entry.Month == month - 1).Actual?.Customers
            ?? actual.Customers - actual.NewCustomers + actual.LostCustomers;

    private static ProposedInput? Conversion(CompiledProjection plan, CompiledSegment segment, IReadOnlyList<(int Month, MonthlyActual Actual)> actuals)
    {
        var known = actuals.Where(entry => entry.Actual.NewCustomers is not null).ToList();
        if (segment.Channels is [var index] && plan.Channels[index] is var channel && channel.Saturation == 0m
            && (segment.Segment.Demand is null || segment.PriceChanges.Length == 0))
        {
            var used = known.Where(entry => entry.Month >= channel.From && entry.Month <= (channel.Until ?? entry.Month)).ToList();
            var reach = plan.Values[plan.ChannelInputs[index]] * used.Count;
            return Share(plan, plan.ChannelInputs[index] + 2, used.Sum(entry => (double)entry.Actual.NewCustomers!), reach);
        }
        if (segment.Channels.Length > 0 || segment.Conversion < 0)
            return null;
        var potential = plan.Values[segment.Potential];
        if (segment.IsDirectSale)
            return Share(plan, segment.Conversion, known.Sum(entry => (double)entry.Actual.NewCustomers!), potential / plan.MonthsPerPeriod * known.Count);
        // The customers of one month are those of the next: only the last count says something new.
        return segment.IsSteady && actuals.LastOrDefault(entry => entry.Actual.Customers is not null).Actual is { } last
            ? Share(plan, segment.Conversion, (double)last.Customers!, potential)
            : null;
    }

    private static ProposedInput? Price(CompiledProjection plan, CompiledSegment segment, IReadOnlyList<(int Month, MonthlyActual Actual)> actuals)
    {
        // Where several numbers make the price, or it moves, the revenue does not say which of them is another.
        if (segment.Segment.Revenue is not (Subscription or DirectSale) || segment.PriceChanges.Length > 0
            || Value(plan, segment.Expansion) + Value(plan, segment.Contraction) > 0)
        {
            return null;
        }
        var kept = (1 - Value(plan, segment.RefundRate)) * (1 - Value(plan, segment.AnnualShare) * Value(plan, segment.AnnualDiscount));
        if (kept == 0)
            return null;
        var perMonth = segment.IsDirectSale ? 1 : plan.MonthsPerPeriod;
        return Mean(plan, segment.Revenue.Start.Value,
            [.. actuals.Where(entry => entry.Actual is { Revenue: not null, Customers: > 0 })
                .Select(entry => (double)(entry.Actual.Revenue / entry.Actual.Customers)! * perMonth / kept)]);
    }

    private static ProposedInput? VariableCost(CompiledProjection plan, CompiledSegment segment, IReadOnlyList<(int Month, MonthlyActual Actual)> actuals)
    {
        var perMonth = segment.IsDirectSale ? 1 : plan.MonthsPerPeriod;
        return Mean(plan, segment.VariableCost,
            [.. actuals.Where(entry => entry.Actual is { VariableCost: not null, Customers: > 0 })
                .Select(entry => Math.Max(0, (double)(entry.Actual.VariableCost / entry.Actual.Customers)! * perMonth - plan.Values[segment.RetentionCost]))]);
    }

    private static ProposedInput? FixedCost(CompiledProjection plan, IReadOnlyList<(int Month, MonthlyActual Actual)> actuals) =>
        plan.FixedCosts is [var only]
            ? Mean(plan, only, [.. actuals.Select(entry => entry.Actual.FixedCost).OfType<decimal>().Select(cost => (double)cost * plan.MonthsPerPeriod)])
            : null;

    private static double Value(CompiledProjection plan, int index) => index < 0 ? 0 : plan.Values[index];

    private static ProposedInput? Share(CompiledProjection plan, int index, double successes, double trials)
    {
        if (trials <= 0)
            return null;
        var input = plan.Inputs[index];
        return new ProposedInput(input.Path, input.Estimate, BayesianUpdate.Share(input.Estimate, successes, trials), UpdateMethod.BetaBinomial, trials);
    }

    private static ProposedInput? Mean(CompiledProjection plan, int index, IReadOnlyList<double> values)
    {
        // One value does not show how far values spread.
        if (values.Count < 2)
            return null;
        var input = plan.Inputs[index];
        var (after, method) = BayesianUpdate.Mean(input.Estimate, values);
        return Check.Input(input with { Estimate = after }).Any()
            ? null
            : new ProposedInput(input.Path, input.Estimate, after, method, values.Count);
    }
}
