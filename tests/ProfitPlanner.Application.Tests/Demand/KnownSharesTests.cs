using Microsoft.Extensions.Caching.Memory;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Tests.Demand;

public sealed class KnownSharesTests
{
    private static readonly ConfusionCounts Errors = new(["a", ""], [[80, 20], [10, 90]]);

    [Fact]
    public void An_estimate_is_worked_out_once_for_each_model_counts_and_groups()
    {
        using var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = 100 });
        var (model, other) = (new KnownShares("one", Errors, kept), new KnownShares("two", null, kept));

        var shares = model.Estimate(Given(30, 70));

        Assert.Same(shares, new KnownShares("one", Errors, kept).Estimate(Given(30, 70)));
        Assert.NotEqual(shares[0], model.Estimate(Given(31, 70))[0]);
        Assert.NotEqual(shares[0], other.Estimate(Given(30, 70))[0]);
        Assert.Equal("all", model.Estimate(Given(30, 70), new LabelGroup("all", ["a", ""]))[^1].Label);
    }

    private static Dictionary<string, long> Given(long a, long none) => new() { ["a"] = a, [""] = none };
}
