using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Tests.Bundles;

/// <summary>Manifests of classifiers that were not trained.</summary>
internal static class Manifests
{
    /// <summary>Of one encoder without a linear model.</summary>
    public static Manifest Of(IReadOnlyList<Head> heads, int maxLength) => new()
    {
        Format = Manifest.NewestFormat,
        Name = "random",
        Created = DateTimeOffset.UnixEpoch,
        Heads = heads,
        Encoders = 1,
        LowerCase = true,
        MaxLength = maxLength,
        Blend = new Blend(0, 1, 1, 1),
        Metrics = new Dictionary<string, double>(),
        Data = new Dictionary<string, string>(),
        Training = new Dictionary<string, string>(),
        Files = new Dictionary<string, string>(),
    };
}
