namespace ProfitPlanner.Intents.Training.Tests;

/// <summary>Tests that use torch run one after another: its random numbers, its threads and its count of tensors belong to the process.</summary>
[CollectionDefinition(Name)]
public sealed class TorchCollection
{
    public const string Name = "torch";
}
