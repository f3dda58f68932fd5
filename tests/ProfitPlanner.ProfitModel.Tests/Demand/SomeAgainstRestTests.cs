using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public sealed class SomeAgainstRestTests
{
    private static readonly ConfusionCounts Errors = new(["a", "b", ""], [[80, 10, 10], [0, 90, 10], [5, 5, 90]]);

    [Fact]
    public void Nothing_is_known_of_a_model_without_errors_or_without_the_label()
    {
        Assert.Null(SomeAgainstRest.Of(null, new HashSet<string> { "a" }, []));
        Assert.Null(SomeAgainstRest.Of(Errors, new HashSet<string> { "c" }, Shares(0.2, 0.3, 0.5)));
    }

    [Fact]
    public void Errors_of_the_rest_are_weighed_as_its_labels_occur()
    {
        // Of the rest, b is three eighths and none of these five: 100 / (9/64 + 25/64) texts, 5/8 · 5/100 falsely a.
        var two = SomeAgainstRest.Of(Errors, new HashSet<string> { "a" }, Shares(0.2, 0.3, 0.5))!;

        Assert.Equal([SomeAgainstRest.Some, ConfusionCounts.None], two.Labels);
        Assert.Equal([80, 20], two.Counts[0]);
        Assert.Equal([6, 182], two.Counts[1]);
    }

    [Fact]
    public void Labels_that_are_asked_for_together_count_as_one()
    {
        // a as b is right; half of them are each: 100 · (90 + 90) / 100 of 200.
        var two = SomeAgainstRest.Of(Errors, new HashSet<string> { "a", "b" }, Shares(0.25, 0.25, 0.5))!;

        Assert.Equal([180, 20], two.Counts[0]);
        Assert.Equal([10, 90], two.Counts[1]);
    }

    [Fact]
    public void A_side_knows_as_little_as_what_occurs_most_in_it()
    {
        var errors = new ConfusionCounts(["a", "b", ""], [[9, 0, 1], [0, 900, 100], [0, 0, 100]]);

        // Nine tenths of it are a, which has ten texts, and not the 1,010 of both: 1 / (0.81 / 10 + 0.01 / 1,000).
        var two = SomeAgainstRest.Of(errors, new HashSet<string> { "a", "b" }, Shares(0.45, 0.05, 0.5))!;

        Assert.Equal([11, 1], two.Counts[0]);
    }

    private static ShareEstimate[] Shares(double a, double b, double none) => [Share("a", a), Share("b", b), Share("", none)];

    private static ShareEstimate Share(string label, double share) => new(label, 0, share, share, share, share, share, share);
}
