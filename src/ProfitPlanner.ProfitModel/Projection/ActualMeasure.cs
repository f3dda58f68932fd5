namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What of a month is both foretold and known afterwards.</summary>
public enum ActualMeasure
{
    /// <summary>Revenue [currency].</summary>
    Revenue,

    /// <summary>Customers as it ends, and buyers [customers].</summary>
    Customers,

    /// <summary>Customers won, buyers included [customers].</summary>
    NewCustomers,

    /// <summary>Customers lost [customers].</summary>
    LostCustomers,

    /// <summary>Cost of serving and keeping customers [currency].</summary>
    VariableCost,

    /// <summary>The scenario's fixed costs [currency].</summary>
    FixedCost,

    /// <summary>Cash as it ends [currency].</summary>
    Cash,
}
