using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Intents.Bundles;

/// <summary>The model that comes with this library: general support intents and personal data in English. See its README.md.</summary>
public static class ShippedModel
{
    /// <summary>Its bundle, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Models", "support-en");

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It was changed or is missing: a sentence.</exception>
    public static IntentClassifier Load() => IntentClassifier.ToServe(Bundle.Read(Folder));
}
