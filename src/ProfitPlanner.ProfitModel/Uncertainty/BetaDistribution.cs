namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The beta distribution of a share in [0, 1]. After k of n said yes, and nothing was known before, it is
/// Beta(k + 1, n − k + 1).
/// </summary>
/// <param name="Alpha">α [1], from 0.01 to 10⁷.</param>
/// <param name="Beta">β [1], from 0.01 to 10⁷.</param>
public sealed record BetaDistribution(double Alpha, double Beta) : Distribution
{
    /// <summary>The smallest α and β [1]: below it most of the probability lies where double cannot tell x from 0 or 1.</summary>
    public const double SmallestParameter = 0.01;

    /// <summary>The largest α and β [1]: the evidence of ten million people.</summary>
    public const double LargestParameter = 1e7;

    /// <inheritdoc/>
    /// <remarks>α/(α + β).</remarks>
    public override double ExpectedValue => Alpha / (Alpha + Beta);

    /// <inheritdoc/>
    /// <remarks>√(αβ/(α + β + 1))/(α + β).</remarks>
    public override double StandardDeviation => Math.Sqrt(Alpha * Beta / (Alpha + Beta + 1)) / (Alpha + Beta);

    /// <inheritdoc/>
    public override double Cumulative(double x) => new RegularisedBeta(Alpha, Beta).Cumulative(x);

    internal override string WidestMember => "alpha";

    internal override double ExactQuantile(double probability) => new RegularisedBeta(Alpha, Beta).Quantile(probability);

    internal override IEnumerable<DistributionProblem> ParameterProblems() =>
        [.. Parameter("alpha", Alpha), .. Parameter("beta", Beta)];

    private static IEnumerable<DistributionProblem> Parameter(string member, double value) =>
        value is > 0 and < SmallestParameter
            ? [new DistributionProblem(member, DistributionProblemKind.TooSmall, SmallestParameter)]
            : ParameterCheck.Positive(member, value, LargestParameter);
}
