namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>How far two people agree, beyond what chance would make them.</summary>
/// <param name="Kappa">Cohen's kappa [1]: 1 is full agreement, 0 what chance gives; not a number where it has no meaning: nothing was labelled by both, or all of it got one label.</param>
/// <param name="Low">Lower end of its 95 % interval [1].</param>
/// <param name="High">Upper end of its 95 % interval [1].</param>
/// <param name="Observed">Share [1] of what both labelled that got the same label from both.</param>
/// <param name="Items">What both labelled [1].</param>
public sealed record Agreement(double Kappa, double Low, double High, double Observed, int Items);
