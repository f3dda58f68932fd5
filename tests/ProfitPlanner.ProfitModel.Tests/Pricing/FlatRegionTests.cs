using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

/// <summary>Cases that a second implementation of the same solver once answered differently.</summary>
public class FlatRegionTests
{
    [Fact]
    public void A_flat_region_ends_at_the_highest_price_that_is_allowed()
    {
        var curve = new EmpiricalDemandCurve([(10, 0.9), (100, 0.5), (300, 0.02)]);

        var best = curve.OptimisePrice(0, new PriceRange(0, 96));

        Assert.Equal(96, best.Price);
        Assert.Equal(96, best.Flat!.Value.Highest);
        Assert.Equal(91.52, best.Flat!.Value.Lowest, 2);
    }

    [Fact]
    public void A_wide_willingness_to_pay_has_a_best_price_too()
    {
        var best = new LognormalDemandCurve(3.6491725098570678, 1.6671676717545687, 0.12412247614661348).OptimisePrice(20.044863241605864);

        Assert.Equal(337.2647950731, best.Price!.Value, 9);
        Assert.Equal(267.27, best.Flat!.Value.Lowest, 2);
        Assert.Equal(426.76, best.Flat!.Value.Highest, 2);
    }
}
