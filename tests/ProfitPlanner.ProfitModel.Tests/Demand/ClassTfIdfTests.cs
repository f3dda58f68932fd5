using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public class ClassTfIdfTests
{
    [Fact]
    public void Weights_are_those_of_the_paper()
    {
        // 12 words in 2 classes: A = 6.
        var terms = ClassTfIdf.Terms([Counts(("the", 4), ("refund", 2)), Counts(("the", 4), ("plan", 1), ("price", 1))]);

        Assert.Equal(["refund", "the"], terms[0].Select(term => term.Term));
        Assert.Equal(2 * Math.Log(1 + 6 / 2.0), terms[0][0].Weight, 1e-12);
        Assert.Equal(4 * Math.Log(1 + 6 / 8.0), terms[0][1].Weight, 1e-12);
        // Equal weights stand by name.
        Assert.Equal(["the", "plan", "price"], terms[1].Select(term => term.Term));
    }

    [Fact]
    public void Only_the_strongest_are_given()
    {
        var terms = ClassTfIdf.Terms([Counts(("a", 1), ("b", 2), ("c", 3), ("d", 0))], most: 2);

        Assert.Equal(["c", "b"], terms[0].Select(term => term.Term));
        Assert.Empty(ClassTfIdf.Terms([]));
        Assert.Empty(ClassTfIdf.Terms([Counts()])[0]);
    }

    private static Dictionary<string, int> Counts(params (string Term, int Count)[] counts) => counts.ToDictionary(term => term.Term, term => term.Count);
}
