namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>What an arm is expected to do. Source: docs/modelling/experiments.md, "Sample size".</summary>
/// <param name="Margin">Price less unit cost [currency / customer].</param>
/// <param name="Conversion">Share of visitors who buy [1], 0 … 1.</param>
public readonly record struct PlannedArm(double Margin, double Conversion)
{
    /// <summary>Margin · conversion [currency / visitor].</summary>
    public double ProfitPerVisitor => Margin * Conversion;

    /// <summary>Margin² · conversion · (1 − conversion) [(currency / visitor)²].</summary>
    public double Variance => Margin * Margin * Conversion * (1 - Conversion);
}
