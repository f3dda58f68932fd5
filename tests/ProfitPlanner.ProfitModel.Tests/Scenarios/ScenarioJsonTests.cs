using System.Text.Json;
using System.Text.Json.Nodes;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ScenarioJsonTests
{
    private static readonly Guid Id = Guid.Parse("0a0b0c0d-0000-4000-8000-000000000001");

    [Fact]
    public void A_scenario_is_written_in_camel_case_with_words_and_without_what_can_be_computed()
    {
        var scenario = Scenario.Blank("学校 <b>", Currency.Of("JPY"), Period.Quarter) with
        {
            VariableCost = 1.50m,
            FixedCosts = [new FixedCost { Id = Id, Name = "Rent", Amount = 100.00m }],
            Segments =
            [
                new Segment
                {
                    Id = Id,
                    Name = "Schools",
                    PotentialCustomers = 10,
                    Conversion = 0.20m,
                    Revenue = new PerVolume(5, TierMode.Package, [new(10, 2), new(null, 1.0m)]) { PackageSize = 100 },
                    RetentionCost = 0,
                },
            ],
            Provenance = new Dictionary<string, Provenance> { ["variableCost"] = new(ProvenanceKind.Illustrative, "A guess.") },
        };

        Assert.Equal(
            """
            {"name":"学校 \u003Cb\u003E","currency":"JPY","period":"quarter","notes":"","variableCost":1.5,"retentionCost":0,
            "fixedCosts":[{"id":"0a0b0c0d-0000-4000-8000-000000000001","name":"Rent","amount":100}],
            "segments":[{"id":"0a0b0c0d-0000-4000-8000-000000000001","name":"Schools","potentialCustomers":10,"conversion":0.2,"demand":null,
            "revenue":{"kind":"perVolume","unitsPerCustomer":5,"mode":"package",
            "tiers":[{"upTo":10,"unitPrice":2},{"upTo":null,"unitPrice":1}],"packageSize":100},"variableCost":null,"retentionCost":0,"priceRange":null,"lifecycle":null}],
            "capacities":[],"correlations":[],"projection":null,"actuals":[],"experiments":[],
            "provenance":{"variableCost":{"kind":"illustrative","reason":"A guess.","link":null,"evidence":null,"date":null}}}
            """.ReplaceLineEndings(""),
            ScenarioJson.Write(scenario));
    }

    [Theory]
    [InlineData("subscription", "\"price\":1")]
    [InlineData("perUse", "\"unitsPerCustomer\":1,\"unitPrice\":1")]
    [InlineData("perVolume", "\"unitsPerCustomer\":1,\"mode\":\"volume\",\"tiers\":[{\"upTo\":null,\"unitPrice\":1}]")]
    [InlineData("perCustomer", "\"endCustomers\":1,\"pricePerEndCustomer\":1")]
    [InlineData("directSale", "\"price\":1")]
    [InlineData("apiService", "\"baseFee\":1,\"includedCalls\":1,\"callsPerCustomer\":1,\"pricePerExtraCall\":1")]
    [InlineData("advertising", "\"impressionsPerUser\":1000,\"fillRate\":1,\"pricePerThousand\":1,\"share\":1")]
    public void Every_way_to_pay_has_its_kind_in_any_place(string kind, string members) =>
        Assert.Equal(1, ScenarioJson.Read(Json($$"""{{{members}},"kind":"{{kind}}"}""")).Segments[0].Revenue.PerCustomer);

    [Theory]
    [InlineData("""{"kind":"subscription","price":1,"colour":2}""", "$.segments[0].revenue.colour")]
    [InlineData("""{"kind":"subscription","price":1,"price":2}""", "$.segments[0].revenue.price")]
    [InlineData("""{"kind":"subscription","price":"1"}""", "$.segments[0].revenue.price")]
    [InlineData("""{"kind":"subscription","price":1e40}""", "$.segments[0].revenue.price")]
    [InlineData("""{"kind":"subscription"}""", "$.segments[0].revenue")]
    [InlineData("""{"kind":"barter","price":1}""", "$.segments[0].revenue")]
    [InlineData("""{"kind":"perVolume","unitsPerCustomer":1,"mode":"volume","tiers":[null]}""", "$.segments[0].revenue.tiers[0]")]
    [InlineData("""{"kind":"perVolume","unitsPerCustomer":1,"mode":0,"tiers":[]}""", "$.segments[0].revenue.mode")]
    [InlineData("""{"price":1}""", "$.segments[0].revenue")]
    [InlineData("null", "$.segments[0].revenue")]
    public void What_a_segment_cannot_pay_with_is_refused_by_path(string revenue, string path)
    {
        var exception = Assert.Throws<JsonException>(() => ScenarioJson.Read(Json(revenue)));

        Assert.Equal(path, exception.Path);
    }

    [Theory]
    [InlineData("name", "null", "$.name")]
    [InlineData("currency", "\"XAU\"", "$.currency")]
    [InlineData("period", "\"fortnight\"", "$.period")]
    [InlineData("period", "1", "$.period")]
    [InlineData("segments", "null", "$.segments")]
    [InlineData("segments", "[null]", "$.segments")]
    [InlineData("fixedCosts", "[null]", "$.fixedCosts")]
    [InlineData("provenance", "{\"name\":null}", "$.provenance")]
    [InlineData("surprise", "1", "$.surprise")]
    public void What_a_scenario_cannot_have_is_refused_by_path(string member, string value, string path)
    {
        var document = JsonNode.Parse(ScenarioJson.Write(Examples.Check))!;
        document[member] = JsonNode.Parse(value);

        var exception = Assert.Throws<JsonException>(() => ScenarioJson.Read(document.ToJsonString()));

        Assert.Equal(path, exception.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void What_is_no_scenario_is_refused(string json) =>
        Assert.Throws<JsonException>(() => ScenarioJson.Read(json));

    private static string Json(string revenue)
    {
        var document = JsonNode.Parse(ScenarioJson.Write(Examples.Check))!;
        document["segments"]![0]!["revenue"] = "here";
        return document.ToJsonString().Replace("\"here\"", revenue, StringComparison.Ordinal);
    }
}
