namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>What one of the things that could be done is.</summary>
public enum AlternativeKind
{
    /// <summary>To do nothing, which brings and costs nothing.</summary>
    Nothing,

    /// <summary>The scenario as it stands.</summary>
    AsPlanned,

    /// <summary>The scenario at another price of one segment.</summary>
    AtPrice,
}
