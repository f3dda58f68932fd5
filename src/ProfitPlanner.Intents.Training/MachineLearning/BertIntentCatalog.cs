using Microsoft.ML;

namespace ProfitPlanner.Intents.Training.MachineLearning;

/// <summary>Puts the intent classifier among the trainers of ML.NET.</summary>
public static class BertIntentCatalog
{
    /// <summary>Trains a BERT classifier of intents: <c>mlContext.MulticlassClassification.Trainers.BertIntent()</c>.</summary>
    /// <inheritdoc cref="BertIntentEstimator" path="/remarks"/>
    /// <param name="catalog">The trainers.</param>
    /// <param name="options">How it trains; as usual where null.</param>
    public static BertIntentEstimator BertIntent(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, BertIntentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new BertIntentEstimator(options ?? new BertIntentOptions());
    }
}
