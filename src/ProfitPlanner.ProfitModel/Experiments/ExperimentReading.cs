using MathNet.Numerics;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>
/// What a price experiment says once it has ended at its planned size; while it runs, <see cref="SequentialReading"/>
/// is read instead. Source: docs/modelling/experiments.md, "Reading".
/// </summary>
public sealed record ExperimentReading
{
    private ExperimentReading(
        IReadOnlyList<ArmReading> arms, int control, IReadOnlyList<ArmComparison> comparisons, double? evenSplitP) =>
        (Arms, Control, Comparisons, EvenSplitP) = (arms, control, comparisons, evenSplitP);

    /// <summary>The arms in their order.</summary>
    public IReadOnlyList<ArmReading> Arms { get; }

    /// <summary>Index of the control [1].</summary>
    public int Control { get; }

    /// <summary>Every other arm against the control; arms without a visitor are left out, and all if the control has none.</summary>
    public IReadOnlyList<ArmComparison> Comparisons { get; }

    /// <summary>
    /// Probability [1] of visitors as unevenly spread over the arms as these if each was to get the same number; none
    /// without a visitor. Below 0.001 the assignment is broken and nothing else here is to be trusted.
    /// </summary>
    public double? EvenSplitP { get; }

    /// <summary>The arms as observations to fit a demand curve to.</summary>
    public IReadOnlyList<PriceObservation> Observations => [.. Arms.Select(a => a.Arm.Observation)];

    /// <summary>Reads an experiment.</summary>
    /// <param name="arms">At least two arms.</param>
    /// <param name="control">Index of the arm that the others are compared with.</param>
    /// <param name="confidence">Confidence [1] of all comparisons together, and of each arm's interval, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two arms, no such control, or no such confidence.</exception>
    public static ExperimentReading Of(IReadOnlyList<ExperimentArm> arms, int control = 0, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(arms.Count, 2, nameof(arms));
        ArgumentOutOfRangeException.ThrowIfNegative(control);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(control, arms.Count);
        ConversionPosterior[] posteriors = [.. arms.Select(a => a.Posterior)];
        var byConversion = BestArm.Of(posteriors, [.. arms.Select(_ => 1.0)]);
        var byProfit = BestArm.Of(posteriors, [.. arms.Select(a => a.Margin)]);
        var each = 1 - (1 - confidence) / (arms.Count - 1);
        return new(
            [.. arms.Select((arm, i) =>
            {
                Interval? share = arm.Visitors > 0 ? Wilson.Of(arm.Buyers, arm.Visitors, confidence) : null;
                return new ArmReading(
                    arm,
                    share,
                    share is { } s ? Scaled(s, arm.Margin) : null,
                    posteriors[i],
                    byConversion.Probability[i],
                    byProfit.Probability[i],
                    byConversion.Loss[i],
                    byProfit.Loss[i]);
            })],
            control,
            [.. Enumerable.Range(0, arms.Count)
                .Where(i => i != control && arms[i].Visitors > 0 && arms[control].Visitors > 0)
                .Select(i => Compare(arms[control], arms[i], i, each))],
            EvenSplit(arms));
    }

    private static Interval Scaled(Interval share, double margin) =>
        margin >= 0 ? new(margin * share.Lower, margin * share.Upper) : new(margin * share.Upper, margin * share.Lower);

    private static ArmComparison Compare(ExperimentArm control, ExperimentArm variant, int index, double confidence)
    {
        var z = Wilson.TwoSidedQuantile(confidence);
        double p = control.Conversion, q = variant.Conversion;
        double controlVariance = p * (1 - p) / control.Visitors, variantVariance = q * (1 - q) / variant.Visitors;
        var difference = q - p;
        var pooled = (double)(control.Buyers + variant.Buyers) / (control.Visitors + variant.Visitors);
        var pooledError = Math.Sqrt(pooled * (1 - pooled) * (1.0 / control.Visitors + 1.0 / variant.Visitors));
        var half = z * Math.Sqrt(controlVariance + variantVariance);
        var gain = variant.ProfitPerVisitor - control.ProfitPerVisitor;
        var gainError = Math.Sqrt(
            control.Margin * control.Margin * controlVariance + variant.Margin * variant.Margin * variantVariance);
        return new(
            index,
            confidence,
            pooledError > 0 ? new(difference, pooledError) : null,
            new(difference - half, difference + half),
            Newcombe.Of(control.Buyers, control.Visitors, variant.Buyers, variant.Visitors, confidence),
            gainError > 0 ? new(gain, gainError) : null,
            new(gain - z * gainError, gain + z * gainError));
    }

    private static double? EvenSplit(IReadOnlyList<ExperimentArm> arms)
    {
        var expected = arms.Average(a => (double)a.Visitors);
        return expected == 0
            ? null
            : SpecialFunctions.GammaUpperRegularized(
                (arms.Count - 1) / 2.0, arms.Sum(a => (a.Visitors - expected) * (a.Visitors - expected)) / expected / 2);
    }
}
