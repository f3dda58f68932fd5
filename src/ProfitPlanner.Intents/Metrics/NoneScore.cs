using System.Text.Json.Serialization;

namespace ProfitPlanner.Intents.Metrics;

/// <summary>What tells a text that none of the labels fits from the others.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoneScore>))]
public enum NoneScore
{
    /// <summary><see cref="Logits.MaxProbability"/>: high where a label fits.</summary>
    [JsonStringEnumMemberName("probability")]
    Probability,

    /// <summary><see cref="Logits.Margin"/>: high where a label fits.</summary>
    [JsonStringEnumMemberName("margin")]
    Margin,

    /// <summary><see cref="Logits.Energy"/> of the encoders alone: low where a label fits.</summary>
    [JsonStringEnumMemberName("energy")]
    Energy,

    /// <summary><see cref="Classification.Blend.Energy"/>: low where a label fits.</summary>
    [JsonStringEnumMemberName("blendEnergy")]
    BlendEnergy,

    /// <summary>How far from the texts that were learnt from: low where a label fits.</summary>
    [JsonStringEnumMemberName("distance")]
    Distance,
}
