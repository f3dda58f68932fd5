using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// A scenario and its plan, laid out once so that it can be run with many values of its inputs. Unchanging and shared
/// between threads; each has a <see cref="ProjectionRun"/> of its own.
/// </summary>
internal sealed class CompiledProjection
{
    private CompiledProjection(Scenario scenario)
    {
        Scenario = scenario;
        Plan = scenario.Projection ?? new ProjectionPlan();
        // A plan that is not there has its defaults, which are known numbers.
        Inputs = (scenario.Projection is null ? scenario with { Projection = Plan } : scenario).Inputs();
        Values = [.. Inputs.Select(input => (double)input.Estimate.Value)];
        MonthsPerPeriod = scenario.Period switch { Period.Quarter => 3, Period.Year => 12, _ => 1 };

        var indices = Inputs.Index().ToDictionary(input => input.Item.Path, input => input.Index);
        int Index(string path) => indices[path];
        OpeningCash = Index("projection/openingCash");
        DiscountRate = Index("projection/discountRate");
        TaxRate = Index("projection/taxRate");
        MarketGrowth = Index("projection/marketGrowth");
        FixedCosts = [.. scenario.FixedCosts.Select(line => Index($"fixedCosts/{line.Id}/amount"))];
        CostLines = [.. Plan.CostLines.Select(line =>
            (line, CompiledSegment.RangeOf(line.Inputs($"projection/costLines/{line.Id}"), indices)))];
        Funding = [.. Plan.FundingRounds.Select(round => (round.Month, Index($"projection/fundingRounds/{round.Id}/amount")))];

        var segments = scenario.Segments.Select(segment => segment.Id).ToHashSet();
        Channels =
        [
            .. Plan.Channels.Where(channel => segments.Contains(channel.Segment))
                .Select(channel => channel with { From = channel.From + Plan.SalesDelay, Until = channel.Until + Plan.SalesDelay }),
        ];
        ChannelInputs = [.. Channels.Select(channel => Index($"projection/channels/{channel.Id}/reach"))];
        Segments = [.. scenario.Segments.Select(segment => CompiledSegment.Of(scenario, segment, indices,
            [.. Channels.Index().Where(channel => channel.Item.Segment == segment.Id).Select(channel => channel.Index)]))];
    }

    public Scenario Scenario { get; }
    public ProjectionPlan Plan { get; }
    public int Months => Plan.Months;
    public int MonthsPerPeriod { get; }
    public IReadOnlyList<ScenarioInput> Inputs { get; }

    /// <summary>What the scenario reckons with, input by input.</summary>
    public double[] Values { get; }

    public int OpeningCash { get; }
    public int DiscountRate { get; }
    public int TaxRate { get; }
    public int MarketGrowth { get; }
    public int[] FixedCosts { get; }
    public (CostLine Line, Range Inputs)[] CostLines { get; }
    public (int Month, int Amount)[] Funding { get; }
    public Channel[] Channels { get; }

    /// <summary>Index of each channel's reach; cost per contact, conversion and saturation follow it.</summary>
    public int[] ChannelInputs { get; }

    public CompiledSegment[] Segments { get; }

    /// <summary>The scenario has no <see cref="Validation.Problems"/>.</summary>
    public static CompiledProjection Of(Scenario scenario) => new(scenario);
}
