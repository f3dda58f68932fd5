using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>What one arm of a price experiment has seen so far. Source: docs/modelling/experiments.md, "Reading".</summary>
public readonly record struct ExperimentArm
{
    /// <summary>An arm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="IsPossible"/> is false; data from outside is checked with it before.
    /// </exception>
    public ExperimentArm(double price, double unitCost, long visitors, long buyers)
    {
        if (!IsPossible(price, unitCost, visitors, buyers))
            throw new ArgumentOutOfRangeException(nameof(buyers), $"{buyers} of {visitors} at {price} is not possible.");
        (Price, UnitCost, Visitors, Buyers) = (price, unitCost, visitors, buyers);
    }

    /// <summary>The arm's price [currency / customer], above 0.</summary>
    public double Price { get; }

    /// <summary>What one customer costs [currency / customer].</summary>
    public double UnitCost { get; }

    /// <summary>Visitors who saw the price [visitors], from 0.</summary>
    public long Visitors { get; }

    /// <summary>Those of them who bought [customers].</summary>
    public long Buyers { get; }

    /// <summary>Price less unit cost [currency / customer], of either sign.</summary>
    public double Margin => Price - UnitCost;

    /// <summary>Buyers / visitors [1]; NaN without a visitor.</summary>
    public double Conversion => (double)Buyers / Visitors;

    /// <summary>Margin · conversion [currency / visitor]; NaN without a visitor.</summary>
    public double ProfitPerVisitor => Margin * Conversion;

    /// <summary>The arm as an observation to fit a demand curve to.</summary>
    public PriceObservation Observation => new(Price, Visitors, Buyers);

    /// <summary>Conversion under the uniform prior: Beta(1 + buyers, 1 + others).</summary>
    public ConversionPosterior Posterior => new(1 + Buyers, 1 + Visitors - Buyers);

    /// <summary>Whether amounts [currency / customer] and counts [visitors, customers] can be an arm.</summary>
    public static bool IsPossible(double price, double unitCost, long visitors, long buyers) =>
        PriceObservation.IsPossible(price, visitors, buyers) && double.IsFinite(unitCost);
}
