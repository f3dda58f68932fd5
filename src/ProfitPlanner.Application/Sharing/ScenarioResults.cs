using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Application.Sharing;

/// <summary>What comes of a scenario, as far as a dashboard shows it.</summary>
public sealed record ScenarioResults
{
    // More than the eye needs of a curve; fewer would show its corners.
    private const int CurvePoints = 61;

    public required ProfitResult Profit { get; init; }

    /// <summary>By how much all conversions, all customers, all prices may change until profit is zero.</summary>
    public required SegmentBreakEven BreakEven { get; init; }

    /// <summary>Null where the scenario's correlations cannot all hold.</summary>
    public required SimulationResult? Simulation { get; init; }

    /// <summary>The mean of the simulation; where nothing is uncertain, or nothing could be simulated, profit as reckoned.</summary>
    public double ExpectedProfit => Simulation is { Inputs.Count: > 0 } ? Simulation.Mean : (double)Profit.Profit;

    /// <summary>Empty where nothing is uncertain.</summary>
    public required IReadOnlyList<TornadoBar> Tornado { get; init; }

    /// <summary>Without its cohorts.</summary>
    public required ProjectionResult Projection { get; init; }

    /// <summary>Null where nothing is uncertain, or the correlations cannot all hold.</summary>
    public required ProjectionFan? Fan { get; init; }

    /// <summary>One for each segment, in the scenario's order.</summary>
    public required IReadOnlyList<PriceCurve> Prices { get; init; }

    /// <param name="scenario">Has no problems.</param>
    /// <param name="trials">Of the simulation.</param>
    /// <param name="runs">Of the fan.</param>
    public static ScenarioResults Of(Scenario scenario, int trials, int runs, CancellationToken cancellationToken) => WithoutPictures(scenario, trials, runs, cancellationToken) with
    {
        Tornado = ProfitModel.Uncertainty.Tornado.Of(scenario),
        Prices =
        [
            .. from price in scenario.OptimisePrices().Segments
               let response = PriceResponse.Of(scenario, price.Id, CurvePoints)
               select new PriceCurve(price, response.Points, response.Current),
        ],
    };

    /// <summary>Without the tornado and the prices: what the figures on top need, and cash. A <see cref="Haircut"/>'s scenario has no more.</summary>
    public static ScenarioResults WithoutPictures(Scenario scenario, int trials, int runs, CancellationToken cancellationToken)
    {
        var simulation = ProfitModel.Uncertainty.Simulation.Run(
            scenario, new SimulationOptions { Trials = trials }, progress: null, cancellationToken) as SimulationResult;
        var projection = scenario.Project();
        return new ScenarioResults
        {
            Profit = scenario.Evaluate(),
            BreakEven = ProfitModel.Scenarios.BreakEven.CommonFactor(scenario),
            Simulation = simulation,
            Tornado = [],
            Projection = projection with
            {
                Cohorts = [],
                Segments = [.. projection.Segments.Select(segment => segment with { Cohorts = [] })],
            },
            Fan = simulation is not null && scenario.UncertainInputs().Count > 0
                ? ProjectionFan.Of(scenario, runs, cancellation: cancellationToken)
                : null,
            Prices = [],
        };
    }
}

/// <summary>A segment's best price, and profit along its price.</summary>
public sealed record PriceCurve(SegmentPrice Price, IReadOnlyList<PriceResponsePoint> Points, PriceResponsePoint Current);
