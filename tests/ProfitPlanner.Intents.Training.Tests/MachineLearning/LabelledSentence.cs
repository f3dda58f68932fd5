namespace ProfitPlanner.Intents.Training.Tests.MachineLearning;

internal sealed class LabelledSentence
{
    public string Text { get; set; } = "";

    public string Category { get; set; } = "";

    public string Before { get; set; } = "";

    public float Length { get; set; }
}
