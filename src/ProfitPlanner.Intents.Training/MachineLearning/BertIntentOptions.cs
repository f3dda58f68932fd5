using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.MachineLearning;
using ProfitPlanner.Intents.Training.Classifiers;

namespace ProfitPlanner.Intents.Training.MachineLearning;

/// <summary>How a <see cref="BertIntentEstimator"/> trains, and which columns it reads and writes.</summary>
public sealed record BertIntentOptions
{
    /// <summary>The label: a key of UInt32 with names, as <c>MapValueToKey</c> makes it of text.</summary>
    public string LabelColumnName { get; init; } = "Label";

    /// <summary>What was said: text.</summary>
    public string TextColumnName { get; init; } = "Text";

    /// <summary>What the same person said before: text; null where there is none.</summary>
    public string? ContextColumnName { get; init; }

    /// <summary>The label given: a key with the names of the label column.</summary>
    public string PredictedLabelColumnName { get; init; } = "PredictedLabel";

    /// <summary>The probability of each label: a vector.</summary>
    public string ScoreColumnName { get; init; } = "Score";

    /// <summary>How the classifier is made.</summary>
    public TrainerOptions Trainer { get; init; } = new();

    /// <summary>Makes what runs an encoder once it is trained: ONNX Runtime where null.</summary>
    public Func<BertModel, IBertEngine>? Engine { get; init; }

    /// <summary>Hears how far training has come.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }
}
