using System.Text.Json.Serialization;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// What is known of a number that is not known exactly. Values are in the unit of the number they stand for, here [x].
/// Formulas and their sources: docs/modelling/uncertainty-sampling.md, "Distributions". What is computed from a
/// distribution with <see cref="Problems"/> means nothing.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "distribution")]
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
    /// <summary>The largest magnitude of a parameter, a mean and a standard deviation [x].</summary>
    public const double Limit = 1e12;

    // Half a unit in the last place of 1: closer to 0 and 1 an unbounded distribution would have infinite values.
    private const double NearestToTheEnds = 1.0 / (1L << 53);

    /// <summary>The mean of the distribution [x].</summary>
    public abstract double ExpectedValue { get; }

    /// <summary>The standard deviation of the distribution [x], at least 0.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The value [x] that is not exceeded with this probability.</summary>
    /// <param name="probability">Probability [1], from 0 to 1; what is closer than 2⁻⁵³ to an end counts as 2⁻⁵³ from it.</param>
    public double Quantile(double probability) =>
        ExactQuantile(Math.Clamp(probability, NearestToTheEnds, 1 - NearestToTheEnds));

    /// <summary>The probability [1] of at most this value.</summary>
    /// <param name="x">Value [x].</param>
    public abstract double Cumulative(double x);

    /// <summary>What is wrong with the parameters; empty where nothing is.</summary>
    public IReadOnlyList<DistributionProblem> Problems()
    {
        var problems = ParameterProblems().ToList();
        if (problems.Count > 0)
            return problems;
        var inRange = Math.Abs(ExpectedValue) <= Limit && StandardDeviation <= Limit;
        return inRange ? [] : [new DistributionProblem(WidestMember, DistributionProblemKind.BeyondRange, Limit)];
    }

    /// <summary>The parameter to blame when the mean or the standard deviation is beyond the limit.</summary>
    internal abstract string WidestMember { get; }

    internal abstract double ExactQuantile(double probability);

    internal abstract IEnumerable<DistributionProblem> ParameterProblems();
}
