namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>One tested price. Source: docs/modelling/fitting.md, "Gabor-Granger".</summary>
/// <param name="Price">The price [currency / (customer · period)].</param>
/// <param name="Asked">Respondents asked at this price [respondents].</param>
/// <param name="Accepting">Those who would buy [respondents].</param>
/// <param name="Share">Accepting / asked [1].</param>
/// <param name="Interval">Wilson's 95 % interval of the share [1].</param>
/// <param name="Revenue">Price · share [currency / (respondent · period)].</param>
/// <param name="Profit">(Price − unit cost) · share [currency / (respondent · period)].</param>
public sealed record GaborGrangerPoint(
    double Price, long Asked, long Accepting, double Share, Interval Interval, double Revenue, double Profit);
