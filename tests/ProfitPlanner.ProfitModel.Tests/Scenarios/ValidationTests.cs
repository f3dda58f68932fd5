using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ValidationTests
{
    private static readonly Segment Segment = Examples.Segment(0.2m, 100, 10);
    private static readonly string Path = $"segments/{Segment.Id}";

    [Fact]
    public void Examples_and_a_blank_scenario_are_valid()
    {
        Assert.Empty(Examples.Check.Problems());
        Assert.Empty(Examples.ThreeSegments.Problems());
        Assert.Empty(Scenario.Blank("Blank", Currency.Of("EUR"), Period.Month).Problems());
    }

    [Theory]
    [InlineData("", ProblemKind.Missing, null)]
    [InlineData(" \u3000", ProblemKind.Missing, null)]
    [InlineData("a\nb", ProblemKind.ControlCharacters, null)]
    [InlineData("a\0b", ProblemKind.ControlCharacters, null)]
    [InlineData("a\ud800", ProblemKind.ControlCharacters, null)]
    [InlineData("学校 🏫", null, null)]
    public void A_name_is_one_line_of_text(string name, ProblemKind? kind, double? limit) =>
        AssertProblem(Examples.Check with { Name = name }, "name", kind, limit);

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, ProblemKind.TooLong)]
    public void A_name_has_at_most_200_characters(int length, ProblemKind? kind) =>
        AssertProblem(Examples.Check with { Name = new string('a', length) }, "name", kind, 200);

    [Theory]
    [InlineData(10_000, null)]
    [InlineData(10_001, ProblemKind.TooLong)]
    public void Notes_have_at_most_10_000_characters(int length, ProblemKind? kind) =>
        AssertProblem(Examples.Check with { Notes = new string('a', length) }, "notes", kind, 10_000);

    [Fact]
    public void Notes_may_have_lines_but_no_other_control_characters()
    {
        Assert.Empty((Examples.Check with { Notes = "one\r\n\ttwo" }).Problems());
        AssertProblem(Examples.Check with { Notes = "\u0007" }, "notes", ProblemKind.ControlCharacters, null);
    }

    [Theory]
    [InlineData(-0.0001, ProblemKind.NotAShare, 0.0)]
    [InlineData(0, null, null)]
    [InlineData(1, null, null)]
    [InlineData(1.0001, ProblemKind.NotAShare, 1.0)]
    public void Conversion_is_within_zero_and_one(double value, ProblemKind? kind, double? limit) =>
        AssertProblem(With(Segment with { Conversion = (decimal)value }), $"{Path}/conversion", kind, limit);

    [Theory]
    [InlineData(-1, ProblemKind.TooSmall, 0.0)]
    [InlineData(0, null, null)]
    [InlineData(1e10, null, null)]
    [InlineData(1e10 + 1, ProblemKind.TooLarge, 1e10)]
    public void Potential_customers_are_within_zero_and_ten_billion(double value, ProblemKind? kind, double? limit) =>
        AssertProblem(With(Segment with { PotentialCustomers = (decimal)value }), $"{Path}/potentialCustomers", kind, limit);

    [Theory]
    [InlineData(-0.01, ProblemKind.TooSmall, 0.0)]
    [InlineData(0, null, null)]
    [InlineData(1e12, null, null)]
    [InlineData(1e12 + 1, ProblemKind.TooLarge, 1e12)]
    public void Money_is_within_zero_and_a_million_million(double value, ProblemKind? kind, double? limit)
    {
        var amount = (decimal)value;
        AssertProblem(Examples.Check with { VariableCost = amount }, "variableCost", kind, limit);
        AssertProblem(Examples.Check with { RetentionCost = amount }, "retentionCost", kind, limit);
        AssertProblem(With(Segment with { VariableCost = amount }), $"{Path}/variableCost", kind, limit);
        AssertProblem(With(Segment with { RetentionCost = amount }), $"{Path}/retentionCost", kind, limit);
        AssertProblem(With(Segment with { Revenue = new Subscription(amount) }), $"{Path}/revenue/price", kind, limit);
        AssertProblem(With(Segment with { Revenue = new DirectSale(amount) }), $"{Path}/revenue/price", kind, limit);
        AssertProblem(With(Segment with { Revenue = new PerUse(1, amount) }), $"{Path}/revenue/unitPrice", kind, limit);
        var line = Examples.FixedCost(amount);
        AssertProblem(Examples.Check with { FixedCosts = [line] }, $"fixedCosts/{line.Id}/amount", kind, limit);
    }

    [Fact]
    public void Names_of_segments_and_fixed_costs_are_checked_too()
    {
        var line = Examples.FixedCost(1) with { Name = "" };
        AssertProblem(Examples.Check with { FixedCosts = [line] }, $"fixedCosts/{line.Id}/name", ProblemKind.Missing, null);
        AssertProblem(With(Segment with { Name = "" }), $"{Path}/name", ProblemKind.Missing, null);
    }

    [Fact]
    public void Ids_are_there_and_only_once()
    {
        AssertProblem(Examples.Check with { Segments = [Segment, Segment] }, Path, ProblemKind.DuplicateId, null);
        AssertProblem(With(Segment with { Id = Guid.Empty }), $"segments/{Guid.Empty}", ProblemKind.Missing, null);
        var line = Examples.FixedCost(1);
        AssertProblem(
            Examples.Check with { FixedCosts = [line, line] }, $"fixedCosts/{line.Id}", ProblemKind.DuplicateId, null);
    }

    [Theory]
    [InlineData(10_000, null)]
    [InlineData(10_001, ProblemKind.TooMany)]
    public void There_are_at_most_10_000_segments_and_10_000_fixed_costs(int count, ProblemKind? kind)
    {
        AssertProblem(
            Examples.Check with { Segments = [.. Enumerable.Range(0, count).Select(_ => Examples.Segment(0, 0, 0))] },
            "segments", kind, 10_000);
        AssertProblem(
            Examples.Check with { FixedCosts = [.. Enumerable.Range(0, count).Select(_ => Examples.FixedCost(0))] },
            "fixedCosts", kind, 10_000);
    }

    public static TheoryData<Tier[], ProblemKind?, double?> Tiers => new()
    {
        { [new(null, 1)], null, null },
        { [new(10, 1), new(20, 0), new(null, 1)], null, null },
        { [], ProblemKind.LastTierNotOpen, null },
        { [new(10, 1)], ProblemKind.LastTierNotOpen, null },
        { [new(null, 1), new(null, 1)], ProblemKind.LastTierNotOpen, null },
        { [new(0, 1), new(null, 1)], ProblemKind.TiersNotIncreasing, null },
        { [new(10, 1), new(10, 1), new(null, 1)], ProblemKind.TiersNotIncreasing, null },
        { [new(10, -1), new(null, 1)], ProblemKind.TooSmall, 0 },
        { [new(1e11m, 1), new(null, 1)], ProblemKind.TooLarge, 1e10 },
    };

    [Theory]
    [MemberData(nameof(Tiers), DisableDiscoveryEnumeration = true)]
    public void Tiers_increase_and_the_last_is_open(Tier[] tiers, ProblemKind? kind, double? limit) =>
        AssertProblem(
            With(Segment with { Revenue = new PerVolume(5, TierMode.Graduated, tiers) }), $"{Path}/revenue/tiers", kind, limit);

    [Theory]
    [InlineData(0, ProblemKind.TooSmall)]
    [InlineData(0.001, null)]
    public void A_package_has_a_size(double size, ProblemKind? kind) =>
        AssertProblem(
            With(Segment with { Revenue = new PerVolume(5, TierMode.Package, [new(null, 1)]) { PackageSize = (decimal)size } }),
            $"{Path}/revenue/packageSize", kind, 0.001);

    [Fact]
    public void Fill_rate_and_share_are_within_zero_and_one()
    {
        AssertProblem(
            With(Segment with { Revenue = new Advertising(1, 1.1m, 1, 1) }), $"{Path}/revenue/fillRate", ProblemKind.NotAShare, 1);
        AssertProblem(
            With(Segment with { Revenue = new Advertising(1, 1, 1, -0.1m) }), $"{Path}/revenue/share", ProblemKind.NotAShare, 0);
    }

    [Fact]
    public void Revenue_per_customer_is_money_too() =>
        AssertProblem(
            With(Segment with { Revenue = new PerUse(1e10m, 1e12m) }), $"{Path}/revenue", ProblemKind.TooLarge, 1e12);

    [Fact]
    public void Numbers_at_the_end_of_decimal_are_problems_and_no_overflow()
    {
        const decimal huge = decimal.MaxValue;
        RevenueModel[] models =
        [
            new Subscription(huge), new PerUse(huge, huge), new PerEndCustomer(huge, huge), new DirectSale(huge),
            new ApiService(huge, decimal.MinValue, huge, huge), new Advertising(huge, huge, huge, huge),
            new PerVolume(huge, TierMode.Package, [new(huge, huge), new(null, huge)]) { PackageSize = 0 },
        ];
        Assert.All(models, model => Assert.NotEmpty(With(Segment with { Revenue = model }).Problems()));
    }

    [Fact]
    public void A_provenance_has_a_reason() =>
        AssertProblem(
            Examples.Check with
            {
                Provenance = new Dictionary<string, Provenance> { ["variableCost"] = new(ProvenanceKind.Illustrative, "") },
            },
            "provenance/variableCost", ProblemKind.Missing, null);

    private static Scenario With(Segment segment) => Examples.Check with { Segments = [segment] };

    private static void AssertProblem(Scenario scenario, string path, ProblemKind? kind, double? limit)
    {
        var problems = scenario.Problems();
        if (kind is null)
            Assert.Empty(problems);
        else
            Assert.Equal(new ScenarioProblem(path, kind.Value, (decimal?)limit), Assert.Single(problems));
    }
}
