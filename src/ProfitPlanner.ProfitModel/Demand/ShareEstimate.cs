namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>How much of demand is about one thing. Source: docs/modelling/demand.md, "Corrected shares".</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Given">Conversations that the classifier gave this label [1].</param>
/// <param name="Plain">Their share [1] of all; 0 of none.</param>
/// <param name="PlainLow">Lower end of Wilson's interval of it [1].</param>
/// <param name="PlainHigh">Upper end of Wilson's interval of it [1].</param>
/// <param name="Corrected">Share [1] of conversations that truly are about it, as far as the classifier's known errors tell.</param>
/// <param name="Low">Lower end of the interval of it [1].</param>
/// <param name="High">Upper end of the interval of it [1].</param>
public sealed record ShareEstimate(
    string Label, long Given, double Plain, double PlainLow, double PlainHigh, double Corrected, double Low, double High);
