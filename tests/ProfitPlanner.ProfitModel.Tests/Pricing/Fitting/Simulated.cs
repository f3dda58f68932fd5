using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Pricing.Fitting;

/// <summary>Data from a known curve.</summary>
internal static class Simulated
{
    public static long Buyers(Random random, long offered, double conversion)
    {
        var buyers = 0;
        for (var i = 0L; i < offered; i++)
            buyers += random.NextDouble() < conversion ? 1 : 0;
        return buyers;
    }

    public static PriceObservation[] Observations(
        int seed, Func<double, double> curve, IEnumerable<double> prices, long offered)
    {
        var random = new Random(seed);
        return [.. prices.Select(price => new PriceObservation(price, offered, Buyers(random, offered, curve(price))))];
    }
}
