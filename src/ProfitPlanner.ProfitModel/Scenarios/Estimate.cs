using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A number of a scenario: known, or with a distribution of what it may be. Where one number is asked for, it is
/// <see cref="Value"/>. Source: docs/modelling.md, "Uncertain numbers".
/// </summary>
/// <param name="Value">What is reckoned with where one number is needed [the number's unit].</param>
/// <param name="Distribution">What the number may be [the number's unit]; null where it is known.</param>
[JsonConverter(typeof(EstimateJsonConverter))]
public readonly record struct Estimate(decimal Value, Distribution? Distribution = null)
{
    // Beyond any limit of a scenario, so that validation and not the conversion refuses what is larger.
    private const double Largest = 1e27;

    /// <summary>An uncertain number whose value is the distribution's mean, to 15 digits.</summary>
    public Estimate(Distribution distribution) : this(MeanOf(distribution), distribution)
    {
    }

    /// <summary>A known number.</summary>
    public static implicit operator Estimate(decimal value) => new(value);

    /// <summary>The one number to reckon with.</summary>
    public static implicit operator decimal(Estimate estimate) => estimate.Value;

    /// <summary>The number that stands in a scenario's JSON as known or as a distribution; null where it is neither.</summary>
    public static Estimate? OfJson(JsonNode? value) =>
        value is JsonObject distribution && distribution.ContainsKey(EstimateJsonConverter.Discriminator) || value?.GetValueKind() == JsonValueKind.Number
            ? ScenarioJson.OfNode<Estimate>(value)
            : null;

    /// <summary>factor · this + shift; what is reckoned with stays the mean where it was.</summary>
    /// <param name="factor">Above 0.</param>
    /// <param name="shift">[the unit of what comes out].</param>
    internal Estimate Scaled(decimal factor, decimal shift = 0) =>
        Distribution?.Scaled((double)factor, (double)shift) is not { } scaled ? new(factor * Value + shift)
        : Value == MeanOf(Distribution) ? new(scaled)
        : new(factor * Value + shift, scaled);

    internal static decimal MeanOf(Distribution distribution) =>
        double.IsNaN(distribution.ExpectedValue) ? 0 : (decimal)Math.Clamp(distribution.ExpectedValue, -Largest, Largest);
}
