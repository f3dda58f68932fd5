using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>One arm of a read experiment. Source: docs/modelling/experiments.md, "Reading" and "Bayesian reading".</summary>
/// <param name="Arm">The arm's data.</param>
/// <param name="ConversionInterval">Wilson's interval of the conversion [1]; none without a visitor.</param>
/// <param name="ProfitInterval">
/// The margin times it: an interval of the profit per visitor [currency / visitor]; none without a visitor.
/// </param>
/// <param name="Posterior">The conversion under the uniform prior.</param>
/// <param name="BestByConversion">Probability that the arm has the highest conversion of all [1].</param>
/// <param name="BestByProfit">Probability that the arm earns most per visitor of all [1].</param>
/// <param name="ConversionLoss">Conversion that choosing this arm is expected to lose against the best [1].</param>
/// <param name="ProfitLoss">Profit that choosing this arm is expected to lose against the best [currency / visitor].</param>
public sealed record ArmReading(
    ExperimentArm Arm,
    Interval? ConversionInterval,
    Interval? ProfitInterval,
    ConversionPosterior Posterior,
    double BestByConversion,
    double BestByProfit,
    double ConversionLoss,
    double ProfitLoss);
