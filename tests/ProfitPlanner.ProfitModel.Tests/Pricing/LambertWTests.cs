using ProfitPlanner.ProfitModel.Pricing;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

/// <summary>Reference values: Newton's method with 60 decimal digits.</summary>
public class LambertWTests
{
    public static TheoryData<double, double> References => new()
    {
        { -100, 3.720075976020836e-44 },
        { -40, 4.248354255291589e-18 },
        { -20, 2.0611536181902037e-09 },
        { -10, 4.539786874921543e-05 },
        { -5, 0.006693000497730993 },
        { -3, 0.047478491024865475 },
        { -2, 0.12002823898764123 },
        { -1, 0.2784645427610738 },
        { -0.5, 0.4046738485459385 },
        { -0.1, 0.5316916197790177 },
        { 0, 0.5671432904097838 },
        { 0.1, 0.6040681900258921 },
        { 0.5, 0.7662486081617502 },
        { 1, 1.0 },
        { 1.5, 1.2649597201255005 },
        { 2, 1.5571455989976115 },
        { 2.718281828459045, 2.0167797648922003 },
        { 3, 2.207940031569323 },
        { 5, 3.6934413589606496 },
        { 10, 7.929420095019697 },
        { 20, 17.15756104621555 },
        { 50, 46.16771916549209 },
        { 100, 95.44148664557584 },
        { 300, 294.31534819459273 },
        { 700, 693.4583088790255 },
        { 709.5, 702.9447217432252 },
        { 1000, 993.0991694723891 },
        { 10000, 9990.790580994251 },
        { 1000000, 999986.1845032576 },
        { 1000000000000, 999999999972.369 },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void W_of_a_power_of_e_has_all_digits(double z, double w)
    {
        var found = LambertW.OfExp(z);

        Assert.InRange(Math.Abs(found - w), 0, 1e-15 * Math.Max(1, Math.Abs(z)) * w);
        Assert.InRange(Math.Abs(found - w), 0, 5e-16 * Math.Max(1, w));
    }

    [Theory]
    [InlineData(-1_000)]
    [InlineData(double.MinValue)]
    public void Far_below_there_is_nothing_left(double z) => Assert.Equal(0, LambertW.OfExp(z));
}
