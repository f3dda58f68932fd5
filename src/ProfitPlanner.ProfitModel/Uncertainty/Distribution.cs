using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// What an uncertain number may be [the number's unit throughout]. The set is closed.
/// Source: docs/modelling/uncertainty.md, "Distributions".
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = EstimateJsonConverter.Discriminator)]
[JsonDerivedType(typeof(NormalDistribution), "normal")]
[JsonDerivedType(typeof(LognormalDistribution), "lognormal")]
[JsonDerivedType(typeof(BetaDistribution), "beta")]
[JsonDerivedType(typeof(TriangularDistribution), "triangular")]
[JsonDerivedType(typeof(PertDistribution), "pert")]
[JsonDerivedType(typeof(UniformDistribution), "uniform")]
[JsonDerivedType(typeof(QuantilesDistribution), "quantiles")]
[JsonDerivedType(typeof(EmpiricalDistribution), "empirical")]
public abstract record Distribution
{
    private const int Quantiles = 1_000;

    /// <summary>The mean.</summary>
    public abstract double ExpectedValue { get; }

    /// <summary>The standard deviation.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The value that the number stays below with a probability [1], in (0, 1).</summary>
    public abstract double Quantile(double probability);

    /// <summary>The probability [1] that the number is at most <paramref name="x"/>.</summary>
    public abstract double Cumulative(double x);

    /// <summary>What keeps the parameters from being a distribution's; none where they are.</summary>
    public abstract IReadOnlyList<DistributionProblem> Problems();

    /// <summary>
    /// The distribution of factor · X + shift, of the same kind where that has one, and else of so many quantiles that
    /// nobody could tell.
    /// </summary>
    /// <param name="factor">Above 0.</param>
    /// <param name="shift">[the unit of what comes out].</param>
    internal virtual Distribution Scaled(double factor, double shift) =>
        new EmpiricalDistribution([.. Enumerable.Range(0, Quantiles).Select(i => factor * Quantile((i + 0.5) / Quantiles) + shift)]);

    private protected static IEnumerable<DistributionProblem> Finite(string member, double value) =>
        double.IsFinite(value) ? [] : [new DistributionProblem(member, DistributionProblemKind.NotFinite)];

    private protected static IEnumerable<DistributionProblem> Positive(string member, double value) =>
        !double.IsFinite(value) ? [new DistributionProblem(member, DistributionProblemKind.NotFinite)]
        : value > 0 ? []
        : [new DistributionProblem(member, DistributionProblemKind.NotPositive)];

    private protected static IEnumerable<DistributionProblem> Rising(string member, bool rises) =>
        rises ? [] : [new DistributionProblem(member, DistributionProblemKind.NotIncreasing)];
}
