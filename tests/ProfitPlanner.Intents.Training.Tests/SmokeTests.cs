using ProfitPlanner.Intents.Training.Native;
using TorchSharp;

namespace ProfitPlanner.Intents.Training.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Loads()
    {
        LibTorch.Require(1);
        using var a = torch.ones(2, 3);
        Assert.Equal(6f, a.sum().item<float>());
    }
}
