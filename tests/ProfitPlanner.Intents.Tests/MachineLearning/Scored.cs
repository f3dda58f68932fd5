namespace ProfitPlanner.Intents.Tests.MachineLearning;

/// <summary>What the transformer adds, the key as its number.</summary>
internal sealed class Scored
{
    public string Text { get; set; } = "";

    public int Number { get; set; }

    [Microsoft.ML.Data.KeyType(6)]
    public uint PredictedLabel { get; set; }

    public float[] Score { get; set; } = [];
}
