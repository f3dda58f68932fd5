using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>
/// The profit model in the language of workbooks, in functions that every program has. Source: docs/modelling.md.
/// </summary>
internal static class ProfitFormulas
{
    /// <summary>p of a way to pay, of the cells that hold its numbers.</summary>
    /// <param name="revenue">Says which formula.</param>
    /// <param name="cell">How the cell of one of its members is named; of tiers, the range of their charges.</param>
    public static string Price(RevenueModel revenue, Func<string, string> cell) => revenue switch
    {
        Subscription or DirectSale => cell("price"),
        PerUse => $"{cell("unitsPerCustomer")}*{cell("unitPrice")}",
        PerEndCustomer => $"{cell("endCustomers")}*{cell("pricePerEndCustomer")}",
        Advertising => $"{cell("impressionsPerUser")}*{cell("fillRate")}*{cell("pricePerThousand")}/1000*{cell("share")}",
        ApiService => $"{cell("baseFee")}+MAX(0,{cell("callsPerCustomer")}-{cell("includedCalls")})*{cell("pricePerExtraCall")}",
        PerVolume => $"SUM({cell("tiers")})",
        _ => throw new ArgumentOutOfRangeException(nameof(revenue), revenue, null),
    };

    /// <summary>α of a demand curve at a price.</summary>
    /// <param name="demand">Says which formula.</param>
    /// <param name="cell">How the cell of one of its members is named; of points, the range of what they add, and of <c>points/0</c> the first one's share.</param>
    /// <param name="price">The cell with p.</param>
    public static string Conversion(PriceDemand demand, Func<string, string> cell, string price) => demand switch
    {
        LinearDemand => $"MAX(0,MIN(1,{cell("intercept")}+{cell("slope")}*{price}))",
        LogitDemand => $"{cell("ceiling")}/(1+EXP(-({cell("intercept")}+{cell("slope")}*{price})))",
        // At a price of nothing everybody buys, but for a curve that is level.
        ConstantElasticityDemand =>
            $"IF(OR({cell("scale")}=0,{cell("elasticity")}=0),MIN(1,{cell("scale")}),IF({price}<=0,1,MIN(1,{cell("scale")}*{price}^-ABS({cell("elasticity")}))))",
        LognormalDemand => $"IF({price}<=0,{cell("ceiling")},{cell("ceiling")}*NORMSDIST(({cell("mu")}-LN({price}))/{cell("sigma")}))",
        EmpiricalDemand => $"{cell("points/0")}+SUM({cell("points")})",
        _ => throw new ArgumentOutOfRangeException(nameof(demand), demand, null),
    };

    /// <summary>What a tier adds to a bill.</summary>
    /// <param name="units">The cell with the units of a customer.</param>
    /// <param name="size">The cell with the size of a package, where there are packages.</param>
    /// <param name="begin">Where the tier begins: a cell, or 0.</param>
    /// <param name="end">The cell where it ends; null of the last.</param>
    /// <param name="price">The cell with its price.</param>
    public static string Charge(TierMode mode, string units, string size, string begin, string? end, string price)
    {
        var within = end is null ? $"MAX(0,{units}-{begin})" : $"MAX(0,MIN({units},{end})-{begin})";
        return mode switch
        {
            TierMode.Graduated => $"{within}*{price}",
            TierMode.Volume => $"IF({(end is null ? $"{units}>={begin}" : $"AND({units}>={begin},{units}<{end})")},{units},0)*{price}",
            // Workbooks reckon in binary: 1.1/0.1 must not begin a twelfth package.
            TierMode.Package => $"ROUNDUP(ROUND({within}/{size},9),0)*{price}",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
        };
    }

    /// <summary>By how much the conversion falls from a measured point towards the next one, in the row below, until the price is reached.</summary>
    /// <param name="price">The cell with p.</param>
    /// <param name="row">Of the point: its price is in C, its share in D.</param>
    public static string Fall(string price, int row) =>
        $"(D{row + 1}-D{row})*MAX(0,MIN(1,({price}-C{row})/(C{row + 1}-C{row})))";
}
