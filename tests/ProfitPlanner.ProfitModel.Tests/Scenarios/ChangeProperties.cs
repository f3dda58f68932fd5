using System.Text.Json.Nodes;
using CsCheck;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ChangeProperties
{
    private static readonly Gen<(Scenario Before, Scenario After)> Edit =
        Generate.Scenario.SelectMany(before => Generate.EditOf(before).Select(after => (before, after)));

    private static readonly Gen<(Scenario Ancestor, Scenario Mine, Scenario Theirs)> TwoEdits =
        Generate.Scenario.SelectMany(ancestor =>
            Gen.Select(Generate.EditOf(ancestor), Generate.EditOf(ancestor)).Select((mine, theirs) => (ancestor, mine, theirs)));

    [Fact]
    public void What_is_written_is_read_back() =>
        Generate.Scenario.Sample(scenario =>
        {
            var json = ScenarioJson.Write(scenario);
            var read = ScenarioJson.Read(json);
            Assert.Equal(json, ScenarioJson.Write(read));
            Assert.Equal(scenario.Evaluate().Profit, read.Evaluate().Profit);
        });

    [Fact]
    public void A_database_may_reorder_members() =>
        Generate.Scenario.Sample(scenario =>
        {
            var json = ScenarioJson.Write(scenario);
            Assert.Equal(json, ScenarioJson.Write(ScenarioJson.Read(Reversed(JsonNode.Parse(json))!.ToJsonString())));
        });

    [Fact]
    public void Applying_what_changed_gives_what_it_changed_to() =>
        Edit.Sample(edit =>
        {
            var applied = ScenarioDiff.Apply(edit.Before, ScenarioDiff.Between(edit.Before, edit.After));
            Assert.Empty(applied.NotApplied);
            AssertSame(edit.After, applied.Scenario);
        });

    [Fact]
    public void Changes_survive_being_sent_as_JSON() =>
        Edit.Sample(edit =>
        {
            var sent = ScenarioDiff.Between(edit.Before, edit.After)
                .Select(change => change with { After = Parsed(change.After) });
            AssertSame(edit.After, ScenarioDiff.Apply(edit.Before, sent).Scenario);
        });

    [Fact]
    public void A_merge_with_no_one_changes_nothing() =>
        Edit.Sample(edit =>
        {
            AssertSame(edit.After, ScenarioMerge.ThreeWay(edit.Before, edit.After, edit.Before).Scenario);
            AssertSame(edit.After, ScenarioMerge.ThreeWay(edit.Before, edit.Before, edit.After).Scenario);
            AssertSame(edit.After, ScenarioMerge.ThreeWay(edit.Before, edit.After, edit.After).Scenario);
        });

    [Fact]
    public void A_merge_loses_none_of_mine_and_none_of_theirs_but_the_overlaps() =>
        TwoEdits.Sample(edits =>
        {
            var merged = ScenarioMerge.ThreeWay(edits.Ancestor, edits.Mine, edits.Theirs);
            var ofTheirs = ScenarioDiff.Between(edits.Ancestor, edits.Theirs)
                .Where(change => merged.Overlaps.All(overlap => overlap.Theirs.Path != change.Path));

            // A change that is already there changes nothing when it is applied again.
            foreach (var change in ScenarioDiff.Between(edits.Ancestor, edits.Mine).Concat(ofTheirs))
            {
                var again = ScenarioDiff.Apply(merged.Scenario, [change]);
                Assert.Empty(again.NotApplied);
                if (!change.Path.EndsWith("/order", StringComparison.Ordinal))
                    AssertSame(merged.Scenario, again.Scenario);
            }
        });

    [Fact]
    public void A_merge_of_disjoint_changes_has_no_overlap_and_both() =>
        TwoEdits.Sample(edits =>
        {
            var mine = edits.Ancestor with { Name = edits.Mine.Name, Segments = edits.Mine.Segments };
            var theirs = edits.Ancestor with { VariableCost = edits.Theirs.VariableCost, FixedCosts = edits.Theirs.FixedCosts };

            var merged = ScenarioMerge.ThreeWay(edits.Ancestor, mine, theirs);

            Assert.Empty(merged.Overlaps);
            AssertSame(mine with { VariableCost = theirs.VariableCost, FixedCosts = theirs.FixedCosts }, merged.Scenario);
        });

    private static JsonNode? Parsed(JsonNode? value) => value is null ? null : JsonNode.Parse(value.ToJsonString());

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject value => new JsonObject(
            value.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray entries => new JsonArray([.. entries.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private static void AssertSame(Scenario expected, Scenario actual) =>
        Assert.Equal(ScenarioJson.Write(expected), ScenarioJson.Write(actual));
}
