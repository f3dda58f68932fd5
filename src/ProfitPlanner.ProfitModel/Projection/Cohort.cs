namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Customers who came in the same month; a row of a heat map.</summary>
/// <param name="Month">When they came [month]; 0 for those who were there as month 1 began.</param>
/// <param name="Customers">
/// How many are left, by age in months: first in the month in which they came, or in month 0 [customers].
/// </param>
public sealed record Cohort(int Month, IReadOnlyList<double> Customers);
