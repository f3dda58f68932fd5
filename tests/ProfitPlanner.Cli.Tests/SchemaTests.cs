using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData(Plans.Example)]
    [InlineData(Plans.Everything)]
    public async Task Plans_and_what_is_written_of_them_keep_to_the_schema(string plan)
    {
        Assert.Empty(await Schema.ErrorsAsync(plan));
        Assert.Empty(await Schema.ErrorsAsync(PlanJson.Write(PlanJson.Read(plan).Scenario!)));
    }

    [Theory]
    [InlineData("\"kind\": \"subscription\", \"price\": 1")]
    [InlineData("\"kind\": \"directSale\", \"price\": 1")]
    [InlineData("\"kind\": \"perUse\", \"unitsPerCustomer\": 1, \"unitPrice\": 1")]
    [InlineData("\"kind\": \"perVolume\", \"unitsPerCustomer\": 1, \"mode\": \"volume\", \"tiers\": [ { \"unitPrice\": 1 } ]")]
    [InlineData("\"kind\": \"perCustomer\", \"endCustomers\": 1, \"pricePerEndCustomer\": 1")]
    [InlineData("\"kind\": \"apiService\", \"baseFee\": 1, \"includedCalls\": 1, \"callsPerCustomer\": 1, \"pricePerExtraCall\": 1")]
    [InlineData("\"kind\": \"advertising\", \"impressionsPerUser\": 1, \"fillRate\": 1, \"pricePerThousand\": 1, \"share\": 1")]
    public Task Every_way_to_pay_keeps_to_the_schema(string revenue) =>
        IsSound(Plans.WithSegment($"\"potentialCustomers\": 1, \"conversion\": 1, \"revenue\": {{ {revenue} }}"));

    [Theory]
    [InlineData("\"kind\": \"linear\", \"intercept\": 1, \"slope\": -1")]
    [InlineData("\"kind\": \"logit\", \"intercept\": 1, \"slope\": -1, \"ceiling\": 0.5")]
    [InlineData("\"kind\": \"constantElasticity\", \"scale\": 1, \"elasticity\": 2")]
    [InlineData("\"kind\": \"lognormal\", \"mu\": 1, \"sigma\": 2")]
    [InlineData("\"kind\": \"empirical\", \"points\": [ { \"price\": 1, \"conversion\": 0.5 }, { \"price\": 2, \"conversion\": 0.1 } ]")]
    public Task Every_demand_keeps_to_the_schema(string demand) =>
        IsSound(Plans.WithSegment($"\"potentialCustomers\": 1, \"demand\": {{ {demand} }}, \"price\": 1"));

    [Theory]
    [InlineData("\"distribution\": \"normal\", \"mean\": 10, \"sd\": 1")]
    [InlineData("\"distribution\": \"lognormal\", \"mu\": 1, \"sigma\": 1, \"value\": 3")]
    [InlineData("\"distribution\": \"beta\", \"alpha\": 20, \"beta\": 80")]
    [InlineData("\"distribution\": \"triangular\", \"low\": 1, \"mode\": 2, \"high\": 3")]
    [InlineData("\"distribution\": \"pert\", \"low\": 1, \"mode\": 2, \"high\": 3")]
    [InlineData("\"distribution\": \"uniform\", \"low\": 1, \"high\": 3")]
    [InlineData("\"distribution\": \"quantiles\", \"p10\": 1, \"p50\": 2, \"p90\": 3")]
    [InlineData("\"distribution\": \"empirical\", \"values\": [ 1, 2 ]")]
    public Task Every_distribution_keeps_to_the_schema(string distribution) =>
        IsSound(Plans.WithSegment($"\"potentialCustomers\": 1, \"conversion\": 1, \"price\": {{ {distribution} }}"));

    [Theory]
    [InlineData("\"potentialCustomers\": 1, \"conversion\": 1.2, \"price\": 1")]
    [InlineData("\"potentialCustomers\": -1, \"conversion\": 1, \"price\": 1")]
    [InlineData("\"potentialCustomers\": 1, \"price\": 1")]
    [InlineData("\"potentialCustomers\": 1, \"conversion\": 1")]
    [InlineData("\"conversion\": 1, \"price\": 1")]
    [InlineData("\"potentialCustomers\": 1, \"conversion\": 1, \"price\": 1, \"colour\": 1")]
    [InlineData("\"potentialCustomers\": 1, \"conversion\": 1, \"price\": \"1\"")]
    [InlineData("\"potentialCustomers\": 1, \"conversion\": { \"distribution\": \"beta\", \"alpha\": 1 }, \"price\": 1")]
    [InlineData("\"potentialCustomers\": 1, \"conversion\": { \"distribution\": \"beta\", \"alpha\": 1, \"beta\": 1, \"gamma\": 1 }, \"price\": 1")]
    [InlineData("\"potentialCustomers\": 1, \"demand\": { \"kind\": \"magic\" }, \"price\": 1")]
    [InlineData("\"potentialCustomers\": 1, \"conversion\": 1, \"price\": 1, \"revenue\": { \"kind\": \"subscription\", \"price\": 1 }")]
    public async Task What_a_plan_file_may_not_be_the_schema_refuses_too(string segment)
    {
        var plan = Plans.WithSegment(segment);

        Assert.False(PlanJson.Read(plan).IsValid);
        Assert.NotEmpty(await Schema.ErrorsAsync(plan));
    }

    private static async Task IsSound(string plan)
    {
        Assert.Null(PlanJson.Read(plan).Error?.ToString());
        Assert.Empty(await Schema.ErrorsAsync(plan));
    }
}
