using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>
/// The number of visitors an experiment needs; every arm gets the same number. Source: docs/modelling/experiments.md,
/// "Sample size".
/// </summary>
public sealed record ExperimentPlan
{
    private ExperimentPlan(ExperimentDesign design, double visitors) => (Design, ExactVisitorsPerArm) = (design, visitors);

    /// <summary>How sure the experiment is to be.</summary>
    public ExperimentDesign Design { get; }

    /// <summary>Visitors of each arm, not rounded [visitors].</summary>
    public double ExactVisitorsPerArm { get; }

    /// <summary>Visitors of each arm, rounded up [visitors].</summary>
    public double VisitorsPerArm => Math.Max(1, Math.Ceiling(ExactVisitorsPerArm));

    /// <summary>Visitors of all arms [visitors].</summary>
    public double Visitors => VisitorsPerArm * Design.Arms;

    /// <summary>The plan that sees a difference of conversion [1, each in 0 … 1]; none where the two do not differ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A conversion is not within 0 and 1.</exception>
    public static ExperimentPlan? ForConversion(
        ExperimentDesign design, double control, double variant, SampleSizeMethod method = SampleSizeMethod.Pooled)
    {
        Check(control);
        Check(variant);
        if (control == variant)
            return null;
        var (none, some, difference) = Deviations(control, variant, method);
        var root = (design.Critical * none + design.PowerQuantile * some) / difference;
        var visitors = root <= 0 ? 0 : root * root;
        return new(
            design,
            method == SampleSizeMethod.ContinuityCorrected && visitors > 0
                ? visitors / 4 * Math.Pow(1 + Math.Sqrt(1 + 4 / (visitors * difference)), 2)
                : visitors);
    }

    /// <summary>The plan that sees a difference of profit per visitor; none where the two arms do not differ in it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A conversion is not within 0 and 1.</exception>
    public static ExperimentPlan? ForProfit(ExperimentDesign design, PlannedArm control, PlannedArm variant)
    {
        Check(control.Conversion);
        Check(variant.Conversion);
        var difference = variant.ProfitPerVisitor - control.ProfitPerVisitor;
        var root = Math.Max(0, design.Critical + design.PowerQuantile);
        return difference == 0
            ? null
            : new(design, root * root * (control.Variance + variant.Variance) / (difference * difference));
    }

    /// <summary>Power [1] of a comparison of two conversions [1] with so many visitors of each arm, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A conversion is not within 0 and 1, or there is no visitor.</exception>
    public static double PowerForConversion(
        ExperimentDesign design, double control, double variant, double visitorsPerArm, SampleSizeMethod method = SampleSizeMethod.Pooled)
    {
        Check(control);
        Check(variant);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(visitorsPerArm);
        var (none, some, difference) = Deviations(control, variant, method);
        if (difference == 0)
            return design.SignificancePerComparison;
        var root = Math.Sqrt(visitorsPerArm);
        // The inverse of Fleiss's correction; with too few visitors it leaves nothing.
        if (method == SampleSizeMethod.ContinuityCorrected)
            root = Math.Max(0, root - 1 / (difference * root));
        return Power(difference * root - design.Critical * none, some);
    }

    /// <summary>Power [1] of a comparison of profit per visitor with so many visitors of each arm, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A conversion is not within 0 and 1, or there is no visitor.</exception>
    public static double PowerForProfit(ExperimentDesign design, PlannedArm control, PlannedArm variant, double visitorsPerArm)
    {
        Check(control.Conversion);
        Check(variant.Conversion);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(visitorsPerArm);
        var difference = Math.Abs(variant.ProfitPerVisitor - control.ProfitPerVisitor);
        if (difference == 0)
            return design.SignificancePerComparison;
        var deviation = Math.Sqrt(control.Variance + variant.Variance);
        return Power(difference * Math.Sqrt(visitorsPerArm) - design.Critical * deviation, deviation);
    }

    /// <summary>
    /// The nearest conversions [1] of the variant, below and above the control's, that so many visitors of each arm see
    /// with the design's power; none where even 0 or 1 would not be seen.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The conversion is not within 0 and 1, or there is no visitor.</exception>
    public static DetectableConversions DetectableForConversion(
        ExperimentDesign design, double control, double visitorsPerArm, SampleSizeMethod method = SampleSizeMethod.Pooled)
    {
        double Missing(double variant) => PowerForConversion(design, control, variant, visitorsPerArm, method) - design.Power;
        return new(Nearest(Missing, control, 0), Nearest(Missing, control, 1));
    }

    /// <summary>
    /// The nearest conversions [1] of a variant of another margin [currency / customer], below and above the one that
    /// earns as much per visitor as the control, whose profit so many visitors of each arm tell from the control's with
    /// the design's power; none where even 0 or 1 would not be told.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The conversion is not within 0 and 1, or there is no visitor.</exception>
    public static DetectableConversions DetectableForProfit(
        ExperimentDesign design, PlannedArm control, double variantMargin, double visitorsPerArm)
    {
        double Missing(double variant) =>
            PowerForProfit(design, control, new(variantMargin, variant), visitorsPerArm) - design.Power;
        if (variantMargin == 0)
            return new(null, null);
        var even = control.ProfitPerVisitor / variantMargin;
        return new(even < 0 ? null : Nearest(Missing, Math.Min(even, 1), 0), even > 1 ? null : Nearest(Missing, Math.Max(even, 0), 1));
    }

    /// <summary>How long it takes at a traffic of all arms together [visitors / day], above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no traffic.</exception>
    public ExperimentDuration Duration(double visitorsPerDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(visitorsPerDay);
        var days = Math.Ceiling(Visitors / visitorsPerDay);
        return new((long)days, (long)Math.Ceiling(days / 7));
    }

    /// <summary>
    /// Deviation of √n · difference without and with a difference, and the absolute difference.
    /// </summary>
    private static (double None, double Some, double Difference) Deviations(double control, double variant, SampleSizeMethod method)
    {
        var mean = (control + variant) / 2;
        var own = Math.Sqrt(control * (1 - control) + variant * (1 - variant));
        return (method == SampleSizeMethod.Unpooled ? own : Math.Sqrt(2 * mean * (1 - mean)), own, Math.Abs(variant - control));
    }

    private static double Power(double excess, double deviation) =>
        deviation > 0 ? Normal.CDF(0, 1, excess / deviation) : excess >= 0 ? 1 : 0;

    /// <summary>Bisection: beyond the crossing power only rises towards <paramref name="end"/>, up to rounding.</summary>
    private static double? Nearest(Func<double, double> missing, double start, double end)
    {
        if (missing(end) < 0)
            return null;
        for (var i = 0; i < 100; i++)
        {
            var middle = (start + end) / 2;
            (start, end) = missing(middle) < 0 ? (middle, end) : (start, middle);
        }

        return end;
    }

    private static void Check(double conversion)
    {
        if (conversion is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(conversion), conversion, "A conversion is within 0 and 1.");
    }
}
