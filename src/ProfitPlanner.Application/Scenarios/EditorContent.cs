using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>What the editor shows is part of a scenario; demand, limits and time have pages of their own.</summary>
internal static class EditorContent
{
    /// <summary>The edited scenario with all that the editor does not show taken from another.</summary>
    public static Scenario WithTheRestOf(this Scenario edited, Scenario other)
    {
        var segments = other.Segments.ToDictionary(segment => segment.Id);
        return edited with
        {
            Capacities = other.Capacities,
            Correlations = other.Correlations,
            Projection = other.Projection,
            Actuals = other.Actuals,
            Experiments = other.Experiments,
            Segments =
            [
                .. edited.Segments.Select(segment => segments.TryGetValue(segment.Id, out var rest)
                    ? segment with { Demand = rest.Demand, PriceRange = rest.PriceRange, Lifecycle = rest.Lifecycle }
                    : segment),
            ],
        };
    }
}
