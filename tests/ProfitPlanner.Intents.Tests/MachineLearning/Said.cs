namespace ProfitPlanner.Intents.Tests.MachineLearning;

internal sealed class Said
{
    public string Text { get; set; } = "";

    public string Before { get; set; } = "";

    public int Number { get; set; }

    public string Label { get; set; } = RandomBundle.Labels[0];
}
