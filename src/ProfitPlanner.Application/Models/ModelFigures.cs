using System.Text.Json;

namespace ProfitPlanner.Application.Models;

/// <summary>What was measured when a model was trained: <see cref="Data.Demand.IntentModel.Figures"/>.</summary>
/// <param name="MeasuredAt">When.</param>
/// <param name="TrainingTurns">Labelled turns that it learned from.</param>
/// <param name="HeldOutTurns">Labelled turns of the held-out conversations, on which all of this was measured.</param>
/// <param name="HeldOutConversations">As many they are.</param>
/// <param name="Own">Of the model itself.</param>
/// <param name="Other">Of the model that was current then, on the same turns.</param>
/// <param name="LearningCurve">Of the linear model alone, which takes seconds; empty where it could not be drawn.</param>
public sealed record ModelFigures(
    DateTimeOffset MeasuredAt, int TrainingTurns, int HeldOutTurns, int HeldOutConversations, HeldOutMeasure Own, ModelFigures.OtherModel? Other,
    IReadOnlyList<ModelFigures.LearningPoint> LearningCurve)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="Number">Of the model within its organisation.</param>
    /// <param name="Unknown">How many of its labels stand for none of the organisation's intents: where it gives one, it counts as none of these.</param>
    /// <param name="OnlyOwnRight">Turns that the trained model has right, and this one wrong.</param>
    /// <param name="OnlyOtherRight">Turns that this one has right, and the trained model wrong.</param>
    public sealed record OtherModel(Guid Id, int Number, bool IsShipped, int Unknown, HeldOutMeasure Measure, int OnlyOwnRight, int OnlyOtherRight)
    {
        private const double Chance = 0.05;

        /// <summary>Whether chance would hardly make the two so different: the exact sign test on the turns that one of them has right (McNemar).</summary>
        public bool IsClearlyDifferent
        {
            get
            {
                var (all, fewer) = (OnlyOwnRight + OnlyOtherRight, Math.Min(OnlyOwnRight, OnlyOtherRight));
                // Of so many throws of a coin, as few heads or fewer; by logarithms, which do not overflow.
                var (log, tail) = (-all * Math.Log(2), 0.0);
                for (var heads = 0; heads <= fewer; heads++)
                {
                    tail += Math.Exp(log);
                    log += Math.Log(all - heads) - Math.Log(heads + 1);
                }
                return all > 0 && 2 * tail < Chance;
            }
        }
    }

    /// <param name="Share">Of the texts of each intent, in (0, 1].</param>
    /// <param name="Texts">As many they were.</param>
    /// <param name="Accuracy">On the held-out turns that have an intent, in [0, 1].</param>
    public sealed record LearningPoint(double Share, int Texts, double Accuracy);

    public static ModelFigures Read(string json) => JsonSerializer.Deserialize<ModelFigures>(json, Json)!;

    internal string Write() => JsonSerializer.Serialize(this, Json);
}
