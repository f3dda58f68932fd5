using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public class GammaDrawsTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3.7)]
    [InlineData(400)]
    public void Mean_and_variance_are_the_shape(double shape)
    {
        const int draws = 40_000;
        var gammas = new GammaDraws(5);
        double[] values = [.. Enumerable.Range(0, draws).Select(_ => gammas.Next(shape))];

        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / draws;
        Assert.Equal(shape, mean, 4 * Math.Sqrt(shape / draws));
        // Fourth central moment of a gamma distribution: 3·shape² + 6·shape.
        Assert.Equal(shape, variance, 4 * Math.Sqrt((2 * shape * shape + 6 * shape) / draws));
    }
}
