using CsCheck;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public sealed class PlanJsonTests
{
    private static readonly Gen<double> Number = Gen.Double[1, 100];

    private static readonly Gen<Distribution> Distributions = Gen.OneOf<Distribution>(
        Number.Select(Distribution (x) => new NormalDistribution(x * 10, x)),
        Number.Select(Distribution (x) => new LognormalDistribution(x / 100, 0.3)),
        Number.Select(Distribution (x) => new TriangularDistribution(x, x * 1.5, x * 2)),
        Number.Select(Distribution (x) => new PertDistribution(x, x * 1.5, x * 2)),
        Number.Select(Distribution (x) => new UniformDistribution(x, x * 2)),
        Number.Select(Distribution (x) => new QuantilesDistribution(x, x * 1.2, x * 2)),
        Number.Array[1, 5].Select(Distribution (values) => new EmpiricalDistribution(values)));

    private static readonly Gen<Estimate> Estimates = Gen.OneOf(
        Distributions.Select(distribution => new Estimate(distribution)),
        Distributions.Select(distribution => new Estimate(3.5m, distribution)),
        Gen.Const(new Estimate(7)));

    private static readonly Gen<PriceDemand?> Demands = Gen.OneOf<PriceDemand?>(
        Gen.Const((PriceDemand?)null),
        Number.Select(PriceDemand? (x) => new LinearDemand(1, new Estimate(new UniformDistribution(-2 * x, -x)))),
        Number.Select(PriceDemand? (x) => new LogitDemand((decimal)x, -0.5m) { Ceiling = 0.25m }),
        Number.Select(PriceDemand? (x) => new ConstantElasticityDemand(0.5m, (decimal)x)),
        Estimates.Select(PriceDemand? (sigma) => new LognormalDemand(1, sigma)),
        Gen.Const((PriceDemand?)new EmpiricalDemand([new(1, 0.5m), new(2, 0.25m)])));

    private static readonly Gen<Scenario> Scenarios =
        Gen.Select(Generate.ScenarioWithSegments, Estimates.Array[5], Demands.Array[5], Gen.Guid, Gen.Bool).Select(
            (scenario, estimates, demands, id, more) => scenario with
            {
                VariableCost = estimates[0],
                Segments =
                [
                    .. scenario.Segments.Select((segment, i) => segment with
                    {
                        PotentialCustomers = estimates[i],
                        Demand = demands[i],
                        PriceRange = more ? new PriceRange(Lowest: 1, Step: 10, Ending: i) : null,
                    }),
                ],
                Capacities = more ? [new Capacity { Id = id, Name = "Desk", Limit = 5, Segments = [scenario.Segments[0].Id] }] : [],
                Correlations = more
                    ? [new Correlation { Id = id, First = "variableCost", Second = $"segments/{scenario.Segments[0].Id}/potentialCustomers", Rank = 0.5m }]
                    : [],
                Provenance = more
                    ? new Dictionary<string, Provenance> { ["variableCost"] = new(ProvenanceKind.Quote, "x") { Link = "https://example.org", Date = new(2026, 1, 31) } }
                    : scenario.Provenance,
            });

    [Fact]
    public void What_is_written_reads_as_the_same_scenario() =>
        Scenarios.Where(scenario => scenario.Problems().Count == 0).Sample(scenario =>
        {
            var reading = PlanJson.Read(PlanJson.Write(scenario));

            Assert.Null(reading.Error);
            Assert.Equal(ScenarioJson.Write(scenario), ScenarioJson.Write(reading.Scenario!));
        });

    [Fact]
    public void The_documents_own_form_is_a_plan() =>
        Scenarios.Where(scenario => scenario.Problems().Count == 0).Sample(scenario =>
            Assert.Equal(ScenarioJson.Write(scenario), ScenarioJson.Write(PlanJson.Read(ScenarioJson.Write(scenario)).Scenario!)));

    [Fact]
    public void What_is_at_its_default_is_not_written()
    {
        var written = PlanJson.Write(Examples.Check);

        Assert.DoesNotContain("null", written, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", written, StringComparison.Ordinal);
        Assert.DoesNotContain("notes", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_become_ids_and_the_same_file_always_the_same_ids()
    {
        const string Plan =
            """
            { "name": "Plan", "currency": "EUR", "fixedCost": 5,
              "segments": [
                { "name": "a", "potentialCustomers": 1, "conversion": 0.5, "price": 1 },
                { "name": "a/b", "potentialCustomers": 2, "conversion": 0.5, "price": 2 } ],
              "capacities": [ { "name": "Desk", "limit": 1, "segments": [ "a/b" ] } ],
              "provenance": { "segments/a/b/price": { "kind": "guess", "reason": "x" }, "fixedCost": { "kind": "guess", "reason": "y" } } }
            """;
        var scenario = PlanJson.Read(Plan).Scenario!;

        Assert.Equal(ScenarioJson.Write(scenario), ScenarioJson.Write(PlanJson.Read(Plan).Scenario!));
        Assert.Equal(Period.Month, scenario.Period);
        Assert.Equal([scenario.Segments[1].Id], scenario.Capacities[0].Segments);
        Assert.Equal(
            [$"segments/{scenario.Segments[1].Id}/revenue/price", $"fixedCosts/{scenario.FixedCosts[0].Id}/amount"],
            scenario.Provenance.Keys);
    }

    [Theory]
    [InlineData("", "$", 1, 1)]
    [InlineData("{\n \"name\": NaN }", "$.name", 2, 10)]
    [InlineData("{ \"name\": \"学\", \"segments\": [ {}, { \"a b\": ] }", "$.segments[1]['a b']", 1, 43)]
    [InlineData("{ \"name\": 1, \"name\": 2 }", "$.name", 1, 14)]
    [InlineData("{ \"name\": \"\\ud800\" }", "$.name", 1, 11)]
    [InlineData("[[]] 1", "$", 1, 6)]
    public void What_is_no_JSON_is_refused_by_path_line_and_column(string json, string path, int line, int column)
    {
        var error = PlanJson.Read(json).Error!;

        Assert.Equal((path, line, column), (error.JsonPath, error.Line, error.Column));
    }

    [Theory]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("""{ "name": "x", "currency": "EUR" }""", "$")]
    [InlineData("""{ "name": "x", "currency": "EUR", "segments": [] }""", "$.segments")]
    [InlineData("""{ "name": "x", "currency": "EUR", "segments": [ null ] }""", "$.segments[0]")]
    [InlineData("""{ "name": "x", "currency": "XAU", "segments": [] }""", "$.currency")]
    [InlineData("""{ "name": null }""", "$.name")]
    public void A_file_that_is_no_plan_is_refused_by_path(string json, string path) =>
        Assert.Equal(path, PlanJson.Read(json).Error!.JsonPath);

    [Theory]
    [InlineData(""" "colour": 1 """, ".colour")]
    [InlineData(""" "potentialCustomers": -1, "conversion": 1, "price": 1 """, ".potentialCustomers")]
    [InlineData(""" "potentialCustomers": 1e20, "conversion": 1, "price": 1 """, ".potentialCustomers")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1.5, "price": 1 """, ".conversion")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": -1 """, ".price")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": "1" """, ".price")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": null """, ".price")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": { "distribution": "normal", "mean": 1 } """, ".price")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": { "distribution": "normal", "mean": 1, "sd": -1 } """, ".price.sd")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": { "distribution": "normal", "mean": 1, "sd": 1, "x": 1 } """, ".price.x")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": { "distribution": "cauchy" } """, ".price.distribution")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": { "mean": 1 } """, ".price")]
    [InlineData(""" "potentialCustomers": 1, "conversion": { "distribution": "normal", "mean": 0.5, "sd": 1 }, "price": 1 """, ".conversion")]
    [InlineData(""" "potentialCustomers": 1, "demand": { "kind": "linear", "intercept": 1, "slope": 1 }, "price": 1 """, ".demand.slope")]
    [InlineData(""" "potentialCustomers": 1, "demand": { "kind": "linear", "intercept": 1, "slope": -1, "x": 1 }, "price": 1 """, ".demand.x")]
    [InlineData(""" "potentialCustomers": 1, "demand": { "slope": -1 }, "price": 1 """, ".demand")]
    [InlineData(""" "potentialCustomers": 1, "price": 1 """, "")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1 """, "")]
    [InlineData(""" "conversion": 1, "price": 1 """, "")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": 1, "revenue": { "kind": "subscription", "price": 1 } """, ".price")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "revenue": { "kind": "perVolume", "unitsPerCustomer": 1, "mode": "volume", "tiers": [ { "unitPrice": 1, "x": 2 } ] } """, ".revenue.tiers[0].x")]
    [InlineData(""" "potentialCustomers": 1, "conversion": 1, "price": 1, "lifecycle": { "priceChanges": [ { "month": 0, "price": 1 } ] } """, ".lifecycle.priceChanges[0].month")]
    public void What_is_wrong_with_a_segment_is_named_by_the_files_own_path(string members, string path)
    {
        var error = PlanJson.Read($$"""{ "name": "x", "currency": "EUR", "segments": [ { "name": "a", {{members}} } ] }""").Error!;

        Assert.Equal($"$.segments[0]{path}", error.JsonPath);
        Assert.Null(error.Line);
    }

    [Theory]
    [InlineData(""" "fixedCost": -1 """, "$.fixedCost")]
    [InlineData(""" "fixedCost": { "distribution": "uniform", "low": 2, "high": 1 } """, "$.fixedCost.high")]
    [InlineData(""" "fixedCost": 1, "fixedCosts": [] """, "$.fixedCost")]
    [InlineData(""" "fixedCosts": [ { "name": "Rent", "amount": -1 } ] """, "$.fixedCosts[0].amount")]
    [InlineData(""" "fixedCosts": [ { "name": "Rent" } ] """, "$.fixedCosts[0]")]
    [InlineData(""" "capacities": [ { "name": "Desk", "limit": 1, "segments": [ "b" ] } ] """, "$.capacities[0].segments[0]")]
    [InlineData(""" "correlations": [ { "first": "segments/b/price", "second": "variableCost", "rank": 0 } ] """, "$.correlations[0].first")]
    [InlineData(""" "correlations": [ { "first": "segments/a/pric", "second": "variableCost", "rank": 0 } ] """, "$.correlations[0].first")]
    [InlineData(""" "correlations": [ { "first": "segments/a/price", "second": "variablecost", "rank": 0 } ] """, "$.correlations[0].second")]
    [InlineData(""" "provenance": { "segments/a/price": { "kind": "guess", "reason": "" } } """, "$.provenance['segments/a/price']")]
    [InlineData(""" "projection": { "channels": [ { "name": "Ads", "segment": "b", "reach": 1, "conversion": 1 } ] } """, "$.projection.channels[0].segment")]
    [InlineData(""" "projection": { "costLines": [ { "kind": "oneOff", "name": "Move", "amount": -1 } ] } """, "$.projection.costLines[0].amount")]
    [InlineData(""" "actuals": [ { "month": "2026-01-02" } ] """, "$.actuals[0].month")]
    public void What_is_wrong_beside_the_segments_is_named_by_the_files_own_path(string members, string path) =>
        Assert.Equal(
            path,
            PlanJson.Read($$"""{ "name": "x", "currency": "EUR", "segments": [ { "name": "a", "potentialCustomers": 1, "conversion": 1, "price": 1 } ], {{members}} }""").Error!.JsonPath);

    [Fact]
    public void A_message_is_one_short_line_whatever_the_file_holds()
    {
        var error = PlanJson.Read($$"""{ "{{new string('x', 100_000)}}\n": 1 }""").Error!;

        Assert.DoesNotContain('\n', error.ToString());
        Assert.True(error.ToString().Length < 500);
    }

    [Fact]
    public void Two_segments_of_one_name_cannot_be_referred_to_by_it() =>
        Assert.Equal(
            "$.capacities[0].segments[0]",
            PlanJson.Read(
                """
                { "name": "x", "currency": "EUR",
                  "segments": [
                    { "name": "a", "potentialCustomers": 1, "conversion": 1, "price": 1 },
                    { "name": "a", "potentialCustomers": 1, "conversion": 1, "price": 1 } ],
                  "capacities": [ { "name": "Desk", "limit": 1, "segments": [ "a" ] } ] }
                """).Error!.JsonPath);
}
