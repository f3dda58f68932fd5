using CsCheck;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public class SobolIndicesTests
{
    private static readonly SimulationOptions _many = new() { Trials = 65_536 };
    private static readonly int[] _firstAndThird = [0, 2];

    [Fact]
    public void A_product_has_the_indices_of_its_closed_form()
    {
        var result = Result(Product, _many);
        Assert.InRange(result.Mean, 119_900, 120_100);
        Assert.InRange(result.Variance / 1_993_481_481.4815, 0.995, 1.005);
        AssertIndex(result, "conversion", 0.6019619501, 0.6325802616);
        AssertIndex(result, "price", 0.2675386445, 0.2936979786);
        AssertIndex(result, "potentialCustomers", 0.0963139120, 0.1082045184);
        Assert.Equal(["conversion", "price", "potentialCustomers"], result.Inputs.Select(index => index.Paths[0].Split('/')[^1]));
    }

    [Fact]
    public void Ishigamis_function_has_the_indices_of_its_closed_form()
    {
        var uniform = new Estimate(new UniformDistribution(-Math.PI, Math.PI));
        ScenarioInput[] inputs = [.. Enumerable.Range(1, 3).Select(at => ScenarioInput.Number($"x{at}", uniform))];
        var estimates = SobolEstimator.Of(inputs, Ishigami, [_firstAndThird], _many, TestContext.Current.CancellationToken)!;
        AssertClose(13.8445879407, estimates.Variance, 0.05);
        (double First, double Total)[] expected = [(0.3139051911, 0.5575888552), (0.4424111448, 0.4424111448), (0, 0.2436836641)];
        foreach (var (index, (first, total)) in estimates.Inputs.Zip(expected))
        {
            AssertClose(first, index.First, 0.01);
            AssertClose(total, index.Total, 0.01);
            Assert.InRange(Math.Abs(index.First - first), 0, 5 * index.FirstError + 1e-4);
            Assert.InRange(Math.Abs(index.Total - total), 0, 5 * index.TotalError + 1e-4);
        }
        // What is not the second's alone belongs to the other two together.
        AssertClose(1 - 0.4424111448, estimates.Groups[0].First, 0.01);
        AssertClose(1 - 0.4424111448, estimates.Groups[0].Total, 0.01);
    }

    [Fact]
    public void Independent_draws_agree_within_their_error()
    {
        var result = Result(Product, _many with { Method = SamplingMethod.PseudoRandom });
        var conversion = result.Inputs[0];
        Assert.InRange(conversion.FirstError, 0.0005, 0.02);
        AssertClose(0.6019619501, conversion.First, 5 * conversion.FirstError);
        AssertClose(0.6325802616, conversion.Total, 5 * conversion.TotalError);
    }

    [Fact]
    public void A_number_without_provenance_is_a_guess()
    {
        var guesses = Result(Product).Guesses;
        Assert.Equal(3, guesses.Paths.Count);
        Assert.Equal(1, guesses.First, 12);
    }

    [Fact]
    public void Measured_numbers_rest_on_no_guess()
    {
        var guesses = Result(WithProvenance(ProvenanceKind.Experiment, "conversion", "price", "potentialCustomers")).Guesses;
        Assert.Empty(guesses.Paths);
        Assert.Equal((0, 0), (guesses.First, guesses.Total));
    }

    [Fact]
    public void The_share_resting_on_guesses_is_that_of_the_numbers_nobody_measured()
    {
        var guesses = Result(WithProvenance(ProvenanceKind.Survey, "price", "potentialCustomers"), _many).Guesses;
        Assert.EndsWith("/conversion", Assert.Single(guesses.Paths), StringComparison.Ordinal);
        AssertClose(0.6019619501, guesses.First, 0.01);
        AssertClose(0.6325802616, guesses.Total, 0.01);
        Assert.Single(Result(WithProvenance(ProvenanceKind.Illustrative, "price", "potentialCustomers") with
        {
            Segments = [Product.Segments[0] with { Conversion = 0.2m, PotentialCustomers = 10_000 }],
        }).Guesses.Paths);
    }

    [Fact]
    public void Correlated_numbers_are_refused_with_the_pairs()
    {
        var (first, second) = (PathOf("conversion"), PathOf("price"));
        var scenario = Product with { Correlations = [new Correlation { Id = Guid.NewGuid(), First = first, Second = second, Rank = 0.3m }] };
        var refusal = Assert.IsType<NoSobolIndices>(SobolIndices.Of(scenario, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(NoSobolReason.Correlated, refusal.Reason);
        Assert.Equal(new RankPair(first, second, 0.3m), Assert.Single(refusal.Pairs));
    }

    [Fact]
    public void What_does_not_vary_has_no_indices()
    {
        var nobody = Product with { Segments = [Product.Segments[0] with { PotentialCustomers = 0 }] };
        foreach (var scenario in new[] { Examples.Check, nobody })
            Assert.Equal(NoSobolReason.NoVariance, Assert.IsType<NoSobolIndices>(SobolIndices.Of(scenario, cancellationToken: TestContext.Current.CancellationToken)).Reason);
    }

    [Fact]
    public void Threads_leave_no_trace()
    {
        var (one, many) = (Result(Product, new SimulationOptions { Trials = 5_000, MaxDegreeOfParallelism = 1 }), Result(Product, new SimulationOptions { Trials = 5_000, MaxDegreeOfParallelism = 4 }));
        Assert.Equal(one.Variance, many.Variance);
        Assert.Equal(one.Inputs.Select(index => (index.First, index.Total)), many.Inputs.Select(index => (index.First, index.Total)));
    }

    [Fact]
    public void First_order_indices_add_up_to_at_most_one_and_none_exceeds_its_total() =>
        Gen.Select(Gen.Double[0.01, 0.4], Gen.Double[0.01, 0.4], Gen.Double[1, 40], Gen.Int).Sample(
            (conversion, width, price, seed) =>
            {
                var result = Result(
                    Scenario(Uniform(conversion, conversion + width), Uniform(8_000, 12_000), Uniform(price, price + 40)),
                    new SimulationOptions { Trials = 2_048, Seed = seed });
                var error = result.Inputs.Sum(index => index.FirstError + index.TotalError);
                Assert.InRange(result.Inputs.Sum(index => index.First), 0, 1 + 5 * error + 0.01);
                Assert.All(result.Inputs, index => Assert.InRange(index.First, -0.05 - 5 * error, index.Total + 5 * error + 0.02));
            },
            iter: 50);

    private static Scenario Product { get; } = Scenario(Uniform(0.1, 0.3), Uniform(8_000, 12_000), Uniform(40, 80));

    private static Scenario Scenario(Estimate conversion, Estimate customers, Estimate price)
    {
        var known = Examples.OneSegment(0.2m, 10_000, 60, 0, 0);
        return known with
        {
            Segments = [known.Segments[0] with { Conversion = conversion, PotentialCustomers = customers, Revenue = new Subscription(price) }],
        };
    }

    private static Scenario WithProvenance(ProvenanceKind kind, params string[] names) => Product with
    {
        Provenance = names.ToDictionary(PathOf, _ => new Provenance(kind, "Asked.")),
    };

    private static string PathOf(string name) =>
        Product.UncertainInputs().Single(input => input.Path.EndsWith($"/{name}", StringComparison.Ordinal)).Path;

    private static SobolResult Result(Scenario scenario, SimulationOptions? options = null) =>
        Assert.IsType<SobolResult>(SobolIndices.Of(scenario, options, TestContext.Current.CancellationToken));

    private static Estimate Uniform(double low, double high) => new(new UniformDistribution(low, high));

    private static void Ishigami(SampleColumns columns, int count, Span<double> results)
    {
        for (var t = 0; t < count; t++)
        {
            var (x1, x2, x3) = (columns.Column(0)[t], columns.Column(1)[t], columns.Column(2)[t]);
            results[t] = Math.Sin(x1) + 7 * Math.Pow(Math.Sin(x2), 2) + 0.1 * Math.Pow(x3, 4) * Math.Sin(x1);
        }
    }

    private static void AssertIndex(SobolResult result, string name, double first, double total)
    {
        var index = result.Inputs.Single(index => index.Paths[0].EndsWith($"/{name}", StringComparison.Ordinal));
        AssertClose(first, index.First, 0.005);
        AssertClose(total, index.Total, 0.005);
    }

    private static void AssertClose(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
