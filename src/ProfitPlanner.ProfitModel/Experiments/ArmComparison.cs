using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>
/// One arm against the control. With several variants the confidence of each interval is raised and each p-value is
/// to be compared with a lowered significance (Bonferroni), so that all hold together. Source:
/// docs/modelling/experiments.md, "Reading".
/// </summary>
/// <param name="Variant">Index of the arm [1].</param>
/// <param name="Confidence">Confidence of each interval [1].</param>
/// <param name="Conversion">The z test of conversion [1], with pooled variance; none where all or none bought in both.</param>
/// <param name="ConversionWald">Wald's interval of the difference of conversion [1].</param>
/// <param name="ConversionNewcombe">Newcombe's interval of the difference of conversion [1] (1998, method 10): better with few buyers.</param>
/// <param name="Profit">The z test of profit per visitor [currency / visitor]; none where neither arm varies.</param>
/// <param name="ProfitWald">Wald's interval of the difference of profit per visitor [currency / visitor].</param>
public sealed record ArmComparison(
    int Variant,
    double Confidence,
    ZTest? Conversion,
    Interval ConversionWald,
    Interval ConversionNewcombe,
    ZTest? Profit,
    Interval ProfitWald)
{
    /// <summary>The greatest p-value [1] that counts as a difference here.</summary>
    public double Significance => 1 - Confidence;
}
