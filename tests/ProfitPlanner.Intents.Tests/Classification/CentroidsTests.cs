using CsCheck;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Intents.Tests.Classification;

public class CentroidsTests
{
    private const int Hidden = 5;

    private static readonly Gen<float[]> AnyFeatures = Gen.Int[-100, 100].Select(tenths => tenths / 10f).Array[Hidden];

    [Fact]
    public void The_distance_is_one_less_the_greatest_cosine() =>
        Gen.Select(AnyFeatures.Array[3, 12], AnyFeatures).Sample((texts, other) =>
        {
            var centroids = Centroids.Of(texts.Select((features, i) => (features, i % 3)), 3, Hidden);

            double[][] means = [.. Enumerable.Range(0, 3).Select(label => Unit(Sum([.. texts.Where((_, i) => i % 3 == label).Select(Unit)])))];
            var expected = 1 - means.Max(mean => mean.Zip(Unit(other), (a, b) => a * b).Sum());
            Assert.Equal(expected, centroids.Distance(other), 1e-4);
            Assert.InRange(centroids.Distance(other), -1e-6, 2 + 1e-6);
        }, threads: 1, iter: 500);

    [Fact]
    public void A_label_without_texts_and_a_text_without_features_lie_nowhere()
    {
        var centroids = Centroids.Of([([3, 4, 0, 0, 0], 0), (new float[Hidden], 0)], 2, Hidden);

        Assert.Equal([0.6f, 0.8f, 0, 0, 0], centroids.Directions[0], (expected, actual) => Math.Abs(expected - actual) < 1e-6);
        Assert.Equal(new float[Hidden], centroids.Directions[1]);
        Assert.Equal(0, centroids.Distance([6, 8, 0, 0, 0]), 1e-6);
        Assert.Equal(1, centroids.Distance(new float[Hidden]));
        Assert.Equal(1, centroids.Distance([-3, -4, 0, 0, 0]), 1e-6);
    }

    [Fact]
    public void A_file_holds_them_in_half_precision()
    {
        var (centroids, file) = (Centroids.Of([([3, 4, 0, 0, 0], 0), ([0, 0, 1, 1, 1], 1)], 2, Hidden), new SafeTensors());
        centroids.AddTo(file);

        var read = Centroids.From(file, 2, Hidden)!;

        Assert.Equal(centroids.Distance([1, 2, 3, 4, 5]), read.Distance([1, 2, 3, 4, 5]), 1e-3);
        Assert.Null(Centroids.From(new SafeTensors(), 2, Hidden));
        Assert.Contains("centroids is [2, 5], not [3, 5]", Assert.Throws<InvalidDataException>(() => Centroids.From(file, 3, Hidden)).Message, StringComparison.Ordinal);
    }

    private static double[] Sum(double[][] rows) => [.. Enumerable.Range(0, Hidden).Select(i => rows.Sum(row => row[i]))];

    private static double[] Unit(float[] features) => Unit(Array.ConvertAll(features, number => (double)number));

    private static double[] Unit(double[] features)
    {
        var length = Math.Sqrt(features.Sum(number => number * number));
        return [.. features.Select(number => length == 0 ? 0 : number / length)];
    }
}
