using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class PerVolumeTests
{
    private static readonly Tier[] ThreeTiers = [new(100, 1), new(200, 0.5m), new(null, 0.1m)];
    private static readonly Tier[] Bulk = [new(10_000, 0.02m), new(null, 0.01m)];
    private static readonly Tier[] FirstHundredFree = [new(100, 0), new(null, 5)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    [InlineData(101, 100.5)]
    [InlineData(200, 150)]
    [InlineData(250, 155)]
    public void Graduated_tiers_charge_each_unit_at_its_own_price(double units, double perCustomer) =>
        Assert.Equal((decimal)perCustomer, new PerVolume((decimal)units, TierMode.Graduated, ThreeTiers).PerCustomer);

    [Fact]
    public void Fifteen_thousand_graduated_units_cost_107() =>
        Assert.Equal(107, new PerVolume(
            15_000, TierMode.Graduated, [new(1_000, 0.01m), new(10_000, 0.008m), new(null, 0.005m)]).PerCustomer);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9_999, 199.98)]
    [InlineData(9_999.5, 199.99)]
    [InlineData(10_000, 100)]
    [InlineData(20_000, 200)]
    public void Bulk_tiers_charge_all_units_at_the_price_that_their_number_reaches(double units, double perCustomer) =>
        Assert.Equal((decimal)perCustomer, new PerVolume((decimal)units, TierMode.Volume, Bulk).PerCustomer);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(100.5, 5)]
    [InlineData(101, 5)]
    [InlineData(200, 5)]
    [InlineData(201, 10)]
    public void A_package_that_is_begun_is_paid_for(double units, double perCustomer) =>
        Assert.Equal((decimal)perCustomer, Package((decimal)units).PerCustomer);

    [Fact]
    public void A_page_can_show_how_the_charge_came_about()
    {
        Assert.Equal(
            [
                new TierCharge(ThreeTiers[0], 100, 100, 100),
                new TierCharge(ThreeTiers[1], 100, 100, 50),
                new TierCharge(ThreeTiers[2], 50, 50, 5),
            ],
            new PerVolume(250, TierMode.Graduated, ThreeTiers).Breakdown);
        Assert.Equal(
            [new TierCharge(FirstHundredFree[0], 100, 1, 0), new TierCharge(FirstHundredFree[1], 101, 2, 10)],
            Package(201).Breakdown);
        Assert.Equal(
            [new TierCharge(Bulk[0], 0, 0, 0), new TierCharge(Bulk[1], 10_000, 10_000, 100)],
            new PerVolume(10_000, TierMode.Volume, Bulk).Breakdown);
    }

    [Fact]
    public void A_bill_that_falls_as_units_grow_is_warned_of()
    {
        Assert.Equal(10_000, new PerVolume(1, TierMode.Volume, Bulk).BillFallsAt);
        Assert.Equal(200, new PerVolume(1, TierMode.Volume, [new(100, 1), new(200, 2), new(null, 1)]).BillFallsAt);
        Assert.Null(new PerVolume(1, TierMode.Volume, [new(100, 1), new(null, 1)]).BillFallsAt);
        Assert.Null(new PerVolume(1, TierMode.Graduated, Bulk).BillFallsAt);
        Assert.Null((Package(1) with { Tiers = Bulk }).BillFallsAt);
    }

    private static PerVolume Package(decimal units) =>
        new(units, TierMode.Package, FirstHundredFree) { PackageSize = 100 };
}
