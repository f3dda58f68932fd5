namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What one customer brings and costs to win. Source: docs/modelling/projection.md, "Unit economics".</summary>
public static class UnitEconomics
{
    /// <summary>m / churn [currency per customer]; null without churn.</summary>
    /// <param name="margin">m [currency per customer per month].</param>
    /// <param name="churn">Share who leave in a month [1 per month], in [0, 1].</param>
    public static double? LifetimeValue(double margin, double churn) => churn > 0 ? margin / churn : null;

    /// <summary>m·(1 + d)/(d + churn), each month's margin at its beginning [currency per customer]; null where d and churn are zero.</summary>
    /// <param name="margin">m [currency per customer per month].</param>
    /// <param name="churn">Share who leave in a month [1 per month], in [0, 1].</param>
    /// <param name="discountRate">d [1 per month], at least 0.</param>
    public static double? LifetimeValueAtStart(double margin, double churn, double discountRate) =>
        discountRate + churn > 0 ? margin * (1 + discountRate) / (discountRate + churn) : null;

    /// <summary>m·(1 − churn)/(d + churn), each month's margin at its end, of those who stayed for it [currency per customer]; null where d and churn are zero.</summary>
    /// <param name="margin">m [currency per customer per month].</param>
    /// <param name="churn">Share who leave in a month [1 per month], in [0, 1].</param>
    /// <param name="discountRate">d [1 per month], at least 0.</param>
    public static double? LifetimeValueAtEnd(double margin, double churn, double discountRate) =>
        discountRate + churn > 0 ? margin * (1 - churn) / (discountRate + churn) : null;

    /// <summary>What the first months bring, m·(1 − (1 − churn)ⁿ)/churn [currency per customer].</summary>
    /// <param name="margin">m [currency per customer per month].</param>
    /// <param name="churn">Share who leave in a month [1 per month], in [0, 1].</param>
    /// <param name="months">n [months], at least 0.</param>
    public static double LifetimeValueWithin(double margin, double churn, int months) =>
        churn > 0 ? margin * (1 - Math.Pow(1 - churn, months)) / churn : margin * months;

    /// <summary>CAC / m [months]; null where m is not positive.</summary>
    /// <param name="acquisitionCost">CAC [currency per customer], at least 0.</param>
    /// <param name="margin">m [currency per customer per month].</param>
    public static double? PaybackMonths(double acquisitionCost, double margin) =>
        acquisitionCost == 0 ? 0 : margin > 0 ? acquisitionCost / margin : null;

    /// <summary>ln(1 − CAC·churn/m)/ln(1 − churn) [months]; null where CAC ≥ m/churn.</summary>
    /// <param name="acquisitionCost">CAC [currency per customer], at least 0.</param>
    /// <param name="margin">m [currency per customer per month].</param>
    /// <param name="churn">Share who leave in a month [1 per month], in [0, 1].</param>
    public static double? PaybackMonthsWithChurn(double acquisitionCost, double margin, double churn)
    {
        if (churn == 0 || acquisitionCost == 0)
            return PaybackMonths(acquisitionCost, margin);
        var lost = acquisitionCost * churn / margin;
        if (margin <= 0 || lost >= 1)
            return null;
        // Who leaves for certain after the first month has paid all of it by then.
        return churn == 1 ? lost : Math.Log(1 - lost) / Math.Log(1 - churn);
    }

    /// <summary>Share of those at the beginning of a year who leave in it, 1 − (1 − churn)¹² [1 per year].</summary>
    /// <param name="churn">Share who leave in a month [1 per month], in [0, 1].</param>
    public static double YearlyChurn(double churn) => 1 - Math.Pow(1 - churn, 12);
}
