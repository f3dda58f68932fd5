namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>Which variance plans a comparison of two conversions. Source: docs/modelling/experiments.md, "Sample size".</summary>
public enum SampleSizeMethod
{
    /// <summary>Under no difference the pooled variance, as the z test uses it.</summary>
    Pooled,

    /// <summary>Each arm's own variance throughout.</summary>
    Unpooled,

    /// <summary>Pooled, with Fleiss's correction for continuity (1981): the most cautious.</summary>
    ContinuityCorrected,
}
