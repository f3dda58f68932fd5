namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>One of the figures on top of a dashboard, in words.</summary>
/// <param name="Name">Of <see cref="ProfitPlanner.Application.Sharing.MetricDefinitions"/>.</param>
/// <param name="Note">What belongs to it: its band, its month; null where nothing does.</param>
/// <param name="Definition">What the figure means, as it was defined when the snapshot was made.</param>
/// <param name="IsRedefined">Whether this app means something else by its name today.</param>
/// <param name="IsLoss">Whether it is an amount below zero.</param>
public sealed record Figure(string Name, string Label, string Value, string? Note, string Definition, bool IsRedefined, bool IsLoss = false);
