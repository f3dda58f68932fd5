using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public class CohensKappaTests
{
    [Fact]
    public void Two_readers_of_fifty_proposals_agree_at_0_4()
    {
        // Both yes 20, both no 15, yes and no 5, no and yes 10.
        var agreement = CohensKappa.Of(Pairs(20, 5, 10, 15));

        Assert.Equal(0.4, agreement.Kappa, 1e-12);
        Assert.Equal((0.7, 50), (agreement.Observed, agreement.Items));
        // 0.4 ± 1.96 · 0.1267 (Fleiss, Cohen and Everitt); Wilson's end of what is observed, 0.5625, gives 0.1250.
        Assert.Equal(0.1250, agreement.Low, 2e-4);
        Assert.Equal(0.6484, agreement.High, 2e-3);
    }

    [Fact]
    public void The_interval_holds_the_truth()
    {
        // P(both yes) 0.45, P(both no) 0.35, 0.12 and 0.08: κ = (0.80 − 0.5056) / (1 − 0.5056).
        const double yes = 0.57, alsoYes = 0.53;
        const double chance = yes * alsoYes + (1 - yes) * (1 - alsoYes);
        const double truth = (0.80 - chance) / (1 - chance);
        var random = new Random(11);

        var held = Enumerable.Range(0, 1_000).Count(_ =>
        {
            var counts = new int[4];
            for (var i = 0; i < 60; i++)
                counts[random.NextDouble() switch { < 0.45 => 0, < 0.57 => 1, < 0.65 => 2, _ => 3 }]++;
            var agreement = CohensKappa.Of(Pairs(counts[0], counts[1], counts[2], counts[3]));
            return agreement.Low <= truth && truth <= agreement.High;
        });

        Assert.InRange(held, 930, 985);
    }

    [Fact]
    public void Full_agreement_on_a_few_is_not_certainty()
    {
        var agreement = CohensKappa.Of([("a", "a"), ("b", "b"), ("a", "a"), ("c", "c")]);

        Assert.Equal((1.0, 1.0), (agreement.Kappa, agreement.High));
        Assert.InRange(agreement.Low, -0.2, 0.5);
    }

    [Fact]
    public void Agreement_has_no_meaning_without_a_choice()
    {
        Assert.Equal((double.NaN, 0), (CohensKappa.Of([]).Kappa, CohensKappa.Of([]).Items));
        Assert.Equal((double.NaN, 1.0), (CohensKappa.Of([("a", "a"), ("a", "a")]).Kappa, CohensKappa.Of([("a", "a"), ("a", "a")]).Observed));
    }

    private static List<(string, string)> Pairs(int bothYes, int yesNo, int noYes, int bothNo) =>
    [
        .. Enumerable.Repeat(("yes", "yes"), bothYes), .. Enumerable.Repeat(("yes", "no"), yesNo),
        .. Enumerable.Repeat(("no", "yes"), noYes), .. Enumerable.Repeat(("no", "no"), bothNo),
    ];
}
