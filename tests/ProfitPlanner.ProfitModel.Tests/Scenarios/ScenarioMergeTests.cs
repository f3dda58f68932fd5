using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ScenarioMergeTests
{
    private static readonly Segment A = Examples.Segment(0.1m, 100, 10) with { Name = "A" };
    private static readonly Segment B = Examples.Segment(0.2m, 200, 20) with { Name = "B" };
    private static readonly Segment C = Examples.Segment(0.3m, 300, 30) with { Name = "C" };
    private static readonly Segment D = Examples.Segment(0.4m, 400, 40) with { Name = "D" };
    private static readonly Scenario Base = With(A, B);

    [Fact]
    public void Changes_of_different_numbers_are_both_kept() =>
        AssertMerge(
            With(A with { Conversion = 0.5m }, B),
            With(A with { PotentialCustomers = 5 }, B) with { VariableCost = 7 },
            With(A with { Conversion = 0.5m, PotentialCustomers = 5 }, B) with { VariableCost = 7 });

    [Fact]
    public void Mine_wins_the_same_number_and_theirs_is_told()
    {
        var merged = AssertMerge(
            With(A with { Conversion = 0.5m }, B),
            With(A with { Conversion = 0.6m }, B),
            With(A with { Conversion = 0.5m }, B),
            $"segments/{A.Id}/conversion");

        var overlap = Assert.Single(merged.Overlaps);
        Assert.Equal(("0.5", "0.6"), (overlap.Mine.After!.ToJsonString(), overlap.Theirs.After!.ToJsonString()));
    }

    [Fact]
    public void The_same_change_made_by_both_is_no_overlap() =>
        AssertMerge(With(A with { Conversion = 0.5m }), With(A with { Conversion = 0.5m }), With(A with { Conversion = 0.5m }));

    [Fact]
    public void What_I_changed_stays_though_they_removed_it() =>
        AssertMerge(
            With(A with { Conversion = 0.5m }, B), With(B), With(A with { Conversion = 0.5m }, B), $"segments/{A.Id}");

    [Fact]
    public void What_I_removed_is_gone_though_they_changed_it() =>
        AssertMerge(With(B), With(A with { Conversion = 0.5m }, B), With(B), $"segments/{A.Id}");

    [Fact]
    public void Another_way_to_pay_wins_over_a_price_of_the_old_one() =>
        AssertMerge(
            With(A with { Revenue = new PerUse(2, 3) }, B),
            With(A with { Revenue = new Subscription(11) }, B),
            With(A with { Revenue = new PerUse(2, 3) }, B),
            $"segments/{A.Id}/revenue");

    [Fact]
    public void Both_may_add_a_segment() => AssertMerge(With(A, B, C), With(A, B, D), With(A, B, C, D));

    [Fact]
    public void I_may_add_where_they_reorder() => AssertMerge(With(A, B, C), With(B, A), With(B, C, A));

    [Fact]
    public void I_may_reorder_where_they_insert() =>
        AssertMerge(With(B, A), With(A, C, B), With(B, A, C), "segments/order");

    [Fact]
    public void Each_number_keeps_the_provenance_of_where_it_is_from()
    {
        var (kept, changedByMe, addedByThem) = ("notes", "variableCost", $"segments/{C.Id}/conversion");
        var ancestor = Base with { Provenance = Illustrative(kept, changedByMe) };
        var mine = Base with { VariableCost = 1, Provenance = Illustrative(kept) };
        var theirs = With(A, B, C) with { Provenance = Illustrative(kept, changedByMe, addedByThem) };

        Assert.Equal([kept, addedByThem], ScenarioMerge.ThreeWay(ancestor, mine, theirs).Scenario.Provenance.Keys);
    }

    private static Scenario With(params Segment[] segments) => Examples.Check with { Segments = segments };

    private static Dictionary<string, Provenance> Illustrative(params string[] paths) =>
        paths.ToDictionary(path => path, _ => new Provenance(ProvenanceKind.Illustrative, "A guess."));

    private static MergedScenario AssertMerge(Scenario mine, Scenario theirs, Scenario expected, params string[] overlaps)
    {
        var merged = ScenarioMerge.ThreeWay(Base, mine, theirs);
        Assert.Equal(ScenarioJson.Write(expected), ScenarioJson.Write(merged.Scenario));
        Assert.Equal(overlaps, merged.Overlaps.Select(overlap => overlap.Path));
        return merged;
    }
}
