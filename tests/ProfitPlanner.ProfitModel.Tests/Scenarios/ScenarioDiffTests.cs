using System.Text.Json.Nodes;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ScenarioDiffTests
{
    private static readonly Segment A = Examples.Segment(0.1m, 100, 10) with { Name = "A" };
    private static readonly Segment B = Examples.Segment(0.2m, 200, 20) with { Name = "B" };
    private static readonly Segment C = Examples.Segment(0.3m, 300, 30) with { Name = "C" };
    private static readonly Segment D = Examples.Segment(0.4m, 400, 40) with { Name = "D" };
    private static readonly Scenario Base = Examples.Check with { Segments = [A, B, C] };

    [Fact]
    public void Nothing_differs_between_a_scenario_and_itself_even_with_other_trailing_zeros() =>
        Assert.Empty(ScenarioDiff.Between(Base, Base with { VariableCost = 30.00m }));

    [Fact]
    public void Each_value_has_its_path_and_comes_in_document_order()
    {
        var line = Base.FixedCosts[0];
        var after = Base with
        {
            Name = "Other",
            Currency = Currency.Of("USD"),
            Period = Period.Year,
            VariableCost = 31,
            FixedCosts = [line with { Amount = 5 }],
            Segments = [A with { Conversion = 0.5m, Revenue = new Subscription(11), RetentionCost = 1 }, B, C],
        };

        AssertChanges(
            ScenarioDiff.Between(Base, after),
            ("name", "\"One segment\"", "\"Other\""),
            ("currency", "\"EUR\"", "\"USD\""),
            ("period", "\"month\"", "\"year\""),
            ("variableCost", "30", "31"),
            ($"fixedCosts/{line.Id}/amount", "100000", "5"),
            ($"segments/{A.Id}/conversion", "0.1", "0.5"),
            ($"segments/{A.Id}/revenue/price", "10", "11"),
            ($"segments/{A.Id}/retentionCost", null, "1"));
    }

    [Fact]
    public void Entries_are_added_and_removed_whole()
    {
        var changes = ScenarioDiff.Between(Base, With(A, C, D));

        Assert.Equal([$"segments/{B.Id}", $"segments/{D.Id}"], changes.Select(change => change.Path));
        Assert.Equal("B", changes[0].Before!["name"]!.ToString());
        Assert.Null(changes[0].After);
        Assert.Null(changes[1].Before);
        Assert.Equal("D", changes[1].After!["name"]!.ToString());
    }

    [Fact]
    public void A_new_order_is_one_change()
    {
        var change = Assert.Single(ScenarioDiff.Between(Base, With(C, A, B)));

        Assert.Equal("segments/order", change.Path);
        Assert.Equal(Ids(A, B, C), change.Before!.AsArray().Select(id => id!.ToString()));
        Assert.Equal(Ids(C, A, B), change.After!.AsArray().Select(id => id!.ToString()));
    }

    [Fact]
    public void An_entry_in_the_middle_is_an_addition_and_an_order() =>
        Assert.Equal(
            [$"segments/{D.Id}", "segments/order"],
            ScenarioDiff.Between(Base, With(A, D, B, C)).Select(change => change.Path));

    [Fact]
    public void Another_way_to_pay_changes_as_a_whole_and_tiers_do()
    {
        Tier[] tiers = [new(10, 1), new(null, 0.5m)];
        var perUse = With(A with { Revenue = new PerUse(3, 5) }, B, C);
        var perVolume = With(A with { Revenue = new PerVolume(3, TierMode.Volume, tiers) }, B, C);
        var cheaper = With(A with { Revenue = new PerVolume(3, TierMode.Volume, [tiers[0], new(null, 0.4m)]) }, B, C);

        var ofKind = Assert.Single(ScenarioDiff.Between(Base, perUse));
        var ofTiers = Assert.Single(ScenarioDiff.Between(perVolume, cheaper));

        Assert.Equal($"segments/{A.Id}/revenue", ofKind.Path);
        Assert.Equal(("subscription", "perUse"), (ofKind.Before!["kind"]!.ToString(), ofKind.After!["kind"]!.ToString()));
        Assert.Equal($"segments/{A.Id}/revenue/tiers", ofTiers.Path);
    }

    [Fact]
    public void Provenance_is_no_change_of_its_own() =>
        Assert.Empty(ScenarioDiff.Between(Base, Base with { Provenance = Illustrative("variableCost") }));

    [Fact]
    public void A_change_inside_an_entry_that_is_gone_is_not_applied()
    {
        var changes = ScenarioDiff.Between(Base, With(A, B with { Conversion = 0.9m }, C with { Conversion = 0.9m }));

        var applied = ScenarioDiff.Apply(With(A, C), changes);

        Assert.Equal([$"segments/{B.Id}/conversion"], applied.NotApplied.Select(change => change.Path));
        AssertSame(With(A, C with { Conversion = 0.9m }), applied.Scenario);
    }

    [Fact]
    public void A_change_of_a_member_that_the_way_to_pay_does_not_have_is_not_applied()
    {
        var changes = ScenarioDiff.Between(Base, With(A with { Revenue = new Subscription(12) }, B, C));
        var target = With(A with { Revenue = new PerUse(1, 2) }, B, C);

        var applied = ScenarioDiff.Apply(target, changes);

        Assert.Equal(changes, applied.NotApplied);
        AssertSame(target, applied.Scenario);
    }

    [Fact]
    public void Removing_what_is_gone_and_adding_what_is_there_do_no_harm()
    {
        var changes = ScenarioDiff.Between(Base, With(A, C, D));

        var twice = ScenarioDiff.Apply(ScenarioDiff.Apply(Base, changes).Scenario, changes);

        Assert.Empty(twice.NotApplied);
        AssertSame(With(A, C, D), twice.Scenario);
    }

    [Fact]
    public void Entries_that_an_order_does_not_know_stay_behind_their_neighbour()
    {
        var changes = ScenarioDiff.Between(Base, With(C, B, A));

        AssertSame(With(C, B, A, D), ScenarioDiff.Apply(With(A, D, B, C), changes).Scenario);
        AssertSame(With(D, C, B, A), ScenarioDiff.Apply(With(D, A, B, C), changes).Scenario);
        AssertSame(With(C, A), ScenarioDiff.Apply(With(A, C), changes).Scenario);
    }

    [Theory]
    [InlineData("")]
    [InlineData("weather")]
    [InlineData("name/first")]
    [InlineData("segments/nobody/name")]
    public void A_path_to_nowhere_is_not_applied(string path)
    {
        var change = new ScenarioChange(path, null, 1);

        Assert.Equal([change], ScenarioDiff.Apply(Base, [change]).NotApplied);
    }

    [Fact]
    public void Applying_keeps_the_provenance_of_values_that_stay()
    {
        var target = Base with { Provenance = Illustrative("variableCost", $"segments/{A.Id}/conversion") };

        var applied = ScenarioDiff.Apply(target, ScenarioDiff.Between(Base, Base with { VariableCost = 1 })).Scenario;

        Assert.Equal([$"segments/{A.Id}/conversion"], applied.Provenance.Keys);
    }

    [Fact]
    public void Provenance_goes_with_the_value_it_was_for()
    {
        var before = Base with
        {
            Provenance = Illustrative(
                "name", "variableCost", $"segments/{A.Id}/conversion", $"segments/{A.Id}/revenue/kind",
                $"segments/{A.Id}/revenue/price", $"segments/{B.Id}/conversion", "nowhere"),
        };
        var after = With(A with { Revenue = new Subscription(11) }, C) with { VariableCost = 99, Provenance = Illustrative("period") };

        Assert.Equal(
            ["name", $"segments/{A.Id}/conversion", $"segments/{A.Id}/revenue/kind"],
            after.WithProvenanceOf(before).Provenance.Keys);
        Assert.Empty(after.WithProvenanceOf(Base).Provenance);
    }

    private static Scenario With(params Segment[] segments) => Base with { Segments = segments };

    private static IEnumerable<string> Ids(params Segment[] segments) => segments.Select(segment => segment.Id.ToString());

    private static Dictionary<string, Provenance> Illustrative(params string[] paths) =>
        paths.ToDictionary(path => path, _ => new Provenance(ProvenanceKind.Illustrative, "A guess."));

    private static void AssertSame(Scenario expected, Scenario actual) =>
        Assert.Equal(ScenarioJson.Write(expected), ScenarioJson.Write(actual));

    private static void AssertChanges(
        IReadOnlyList<ScenarioChange> changes, params (string Path, string? Before, string? After)[] expected) =>
        Assert.Equal(expected, changes.Select(change => (change.Path, Text(change.Before), Text(change.After))));

    private static string? Text(JsonNode? value) => value?.ToJsonString();
}
