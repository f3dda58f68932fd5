namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>What to do at a look into a running experiment. Source: docs/modelling/experiments.md, "Stopping early".</summary>
public enum SequentialDecision
{
    /// <summary>Nothing is settled.</summary>
    Continue,

    /// <summary>Stop: the variant (B) is better.</summary>
    StopVariantBetter,

    /// <summary>Stop: the control (A) is better.</summary>
    StopControlBetter,
}
