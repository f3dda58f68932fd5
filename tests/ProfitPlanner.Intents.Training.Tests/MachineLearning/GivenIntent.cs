namespace ProfitPlanner.Intents.Training.Tests.MachineLearning;

internal sealed class GivenIntent
{
    public string Intent { get; set; } = "";

    public float[] Score { get; set; } = [];
}
