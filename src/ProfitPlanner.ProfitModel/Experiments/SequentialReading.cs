using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>
/// A running experiment of two arms, read as often as one likes: the mixture sequential probability ratio test of
/// Johari, Koomen, Pekelis and Walsh (2017, 2022). The probability of ever stopping for a difference that is not there
/// stays below the significance. Which difference decides is to be named in advance. Source:
/// docs/modelling/experiments.md, "Stopping early".
/// </summary>
/// <param name="Conversion">Difference of conversion [1].</param>
/// <param name="Profit">Difference of profit per visitor [currency / visitor].</param>
public sealed record SequentialReading(SequentialComparison Conversion, SequentialComparison Profit)
{
    /// <summary>
    /// Buyers, and others, that each arm needs [visitors] before anything is said: the test takes differences as
    /// normal and estimates their variance, which fewer do not bear.
    /// </summary>
    public const int LeastOfEach = 10;

    /// <summary>Reads a running experiment.</summary>
    /// <param name="control">Arm A.</param>
    /// <param name="variant">Arm B.</param>
    /// <param name="conversionEffect">
    /// Difference of conversion worth finding [1], above 0: the spread of the mixture. Any value keeps the error rate;
    /// one near the truth stops soonest. It is fixed before the experiment.
    /// </param>
    /// <param name="profitEffect">Difference of profit per visitor worth finding [currency / visitor], likewise.</param>
    /// <param name="significance">Greatest probability [1] of ever stopping in error, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">An effect or the significance is out of its range.</exception>
    public static SequentialReading Of(
        ExperimentArm control, ExperimentArm variant, double conversionEffect, double profitEffect, double significance = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(conversionEffect);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(profitEffect);
        if (significance is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(significance));
        if (!Bears(control) || !Bears(variant))
        {
            var nothing = new SequentialComparison(0, 1, null, SequentialDecision.Continue);
            return new(nothing, nothing);
        }

        double a = Variance(control), b = Variance(variant);
        return new(
            Read(variant.Conversion - control.Conversion, a + b, conversionEffect, significance),
            Read(
                variant.ProfitPerVisitor - control.ProfitPerVisitor,
                control.Margin * control.Margin * a + variant.Margin * variant.Margin * b,
                profitEffect,
                significance));
    }

    private static bool Bears(ExperimentArm arm) =>
        arm.Buyers >= LeastOfEach && arm.Visitors - arm.Buyers >= LeastOfEach;

    private static double Variance(ExperimentArm arm) => arm.Conversion * (1 - arm.Conversion) / arm.Visitors;

    /// <summary>
    /// Likelihood of the difference d ~ N(δ, V) mixed over δ ~ N(0, τ²), over its likelihood at δ = 0:
    /// Λ = √(V/(V+τ²)) · exp(τ²·d² / (2·V·(V+τ²))). p is 1/Λ; the interval holds each δ whose own Λ is below 1/α.
    /// </summary>
    private static SequentialComparison Read(double difference, double variance, double effect, double significance)
    {
        // Neither arm has a margin: nothing varies and nothing can differ.
        if (variance == 0)
            return new(difference, 1, new(difference, difference), SequentialDecision.Continue);
        double mixture = effect * effect, sum = variance + mixture;
        var logRatio = (mixture * difference * difference / (variance * sum) - Math.Log(sum / variance)) / 2;
        var half = Math.Sqrt(variance * sum / mixture * (Math.Log(sum / variance) - 2 * Math.Log(significance)));
        return new(
            difference,
            Math.Min(1, Math.Exp(-logRatio)),
            new(difference - half, difference + half),
            Math.Abs(difference) <= half ? SequentialDecision.Continue :
            difference > 0 ? SequentialDecision.StopVariantBetter : SequentialDecision.StopControlBetter);
    }
}
