using System.Text;

namespace ProfitPlanner.Cli.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task The_example_evaluates_to_a_profit_of_40000()
    {
        var output = await ProgramUnderTest.RunAsync("evaluate", Plans.Example);

        Assert.Equal((0, ""), (output.ExitCode, output.Messages));
        Assert.Equal((40_000m, 200_000m), ((decimal)output.Json["profit"]!, (decimal)output.Json["revenue"]!));
        Assert.Equal(2_000m, (decimal)output.Json["segments"]![0]!["customers"]!);
        Assert.Equal(80m, (decimal)output.Json["breakEven"]!["segments"]![0]!["price"]!["value"]!);
        Assert.Equal(0.8m, (decimal)output.Json["breakEven"]!["commonFactor"]!["price"]!["value"]!);
    }

    [Fact]
    public async Task Where_nothing_breaks_even_the_reason_is_told()
    {
        var output = await ProgramUnderTest.RunAsync("evaluate", Plans.Example.Replace("\"variableCost\": 30", "\"variableCost\": 130", StringComparison.Ordinal));

        var point = output.Json["breakEven"]!["segments"]![0]!["conversion"]!;
        Assert.Null(point["value"]);
        Assert.Equal("noMargin", (string?)point["reason"]);
    }

    // α = 1 − p/200, cost 30: p* = (200 + 30)/2 = 115, α = 0.425, 10,000 · 0.425 · 85 = 361,250.
    [Fact]
    public async Task The_best_price_of_linear_demand_is_halfway_between_cost_and_the_price_nobody_pays()
    {
        var output = await ProgramUnderTest.RunAsync("optimize", Plans.WithSegment(
            "\"potentialCustomers\": 10000, \"demand\": { \"kind\": \"linear\", \"intercept\": 1, \"slope\": -0.005 }, \"price\": 100, \"variableCost\": 30"));

        var segment = output.Json["segments"]![0]!;
        Assert.Equal(0, output.ExitCode);
        Assert.Equal(115, (double)segment["price"]!, 1e-9);
        Assert.Equal(0.425, (double)segment["conversion"]!, 1e-9);
        Assert.Equal(361_250, (double)output.Json["profit"]!, 1e-6);
        // 1 % less is lost at p* ± 85 · √0.01.
        Assert.Equal(106.5, (double)segment["flatRegion"]![0]!, 1e-6);
        Assert.Equal(123.5, (double)segment["flatRegion"]![1]!, 1e-6);
    }

    [Fact]
    public async Task A_simulation_of_the_same_seed_is_the_same_to_the_last_digit()
    {
        var first = await ProgramUnderTest.RunAsync("simulate", Plans.Everything, "--trials", "5000", "--seed", "7");
        var second = await ProgramUnderTest.RunAsync("simulate", Plans.Everything, "--trials", "5000", "--seed", "7");
        var other = await ProgramUnderTest.RunAsync("simulate", Plans.Everything, "--trials", "5000", "--seed", "8");

        Assert.Equal((0, 0), (first.ExitCode, other.ExitCode));
        Assert.Equal(first.Result, second.Result);
        Assert.NotEqual((double)first.Json["mean"]!, (double)other.Json["mean"]!);
        Assert.Equal(5_000, (int)first.Json["trials"]!);
    }

    // Price uniform from 80 to 120, 2,000 customers, else known: the mean is the example's profit.
    [Fact]
    public async Task A_simulation_finds_mean_and_quantiles_of_a_uniform_price()
    {
        var output = await ProgramUnderTest.RunAsync(
            "simulate", Plans.Example.Replace("\"price\": 100", "\"price\": { \"distribution\": \"uniform\", \"low\": 80, \"high\": 120 }", StringComparison.Ordinal));

        Assert.Equal(40_000, (double)output.Json["mean"]!, 40.0);
        Assert.Equal(8_000, (double)output.Json["p10"]!, 200.0);
        Assert.Equal(1, (double)output.Json["probabilityOfProfit"]!, 1e-3);
    }

    [Fact]
    public async Task Sensitivity_names_numbers_as_the_plan_does()
    {
        var output = await ProgramUnderTest.RunAsync("sensitivity", Plans.Everything);

        Assert.Equal((0, ""), (output.ExitCode, output.Messages));
        var paths = output.Json["tornado"]!.AsArray().Select(bar => (string)bar!["path"]!).ToList();
        Assert.Contains("segments/All/revenue/price", paths);
        Assert.Contains("segments/Big / small/conversion", paths);
        Assert.Contains(output.Json["elasticities"]!.AsArray(), each => (string)each!["path"]! == "fixedCosts/Fixed cost/amount");
    }

    // 2,000 customers of the first month on who stay: 40,000 a month.
    [Fact]
    public async Task A_projection_runs_as_many_months_as_are_asked_for()
    {
        var output = await ProgramUnderTest.RunAsync("project", Plans.Example, "--months", "24");

        Assert.Equal((0, ""), (output.ExitCode, output.Messages));
        Assert.Equal(24, output.Json["months"]!.AsArray().Count);
        Assert.Equal(40_000, (double)output.Json["months"]![23]!["profit"]!, 1e-6);
        Assert.Equal(960_000, (double)output.Json["summary"]!["profit"]!, 1e-6);
    }

    // P uniform from −40,000 to 60,000: E[max(P, 0)] − E[P] = 60²/200 − 10 = 8 thousand, of the only uncertain number too.
    [Fact]
    public async Task Perfect_information_before_a_launch_is_worth_the_losses_that_it_saves()
    {
        var output = await ProgramUnderTest.RunAsync(
            "voi", Plans.Example.Replace("\"price\": 100", "\"price\": { \"distribution\": \"uniform\", \"low\": 60, \"high\": 110 }", StringComparison.Ordinal));

        Assert.Equal((0, ""), (output.ExitCode, output.Messages));
        Assert.Equal(8_000, (double)output.Json["perfectInformation"]!, 40.0);
        Assert.Equal(8_000, (double)output.Json["inputs"]![0]!["perfectInformation"]!, 80.0);
        Assert.Equal(0.4, (double)output.Json["probabilityOfRegret"]!, 0.005);
    }

    [Fact]
    public async Task Knowing_more_is_also_worth_something_before_a_price_is_chosen()
    {
        var output = await ProgramUnderTest.RunAsync("voi", Plans.Everything, "--segment", "All");

        Assert.Equal((0, ""), (output.ExitCode, output.Messages));
        Assert.Contains(output.Json["alternatives"]!.AsArray(), each => (string)each!["kind"]! == "atPrice");
        Assert.Equal("segments/Big / small/conversion", (string)output.Json["experiments"]![0]!["path"]!);
    }

    [Fact]
    public async Task A_segment_that_the_plan_lacks_is_a_wrong_input()
    {
        var output = await ProgramUnderTest.RunAsync("voi", Plans.Example, "--segment", "Nobody");

        Assert.Equal((1, $"--segment: the plan has no segment 'Nobody'{Environment.NewLine}"), (output.ExitCode, output.Messages));
    }

    [Fact]
    public async Task A_converted_plan_converts_to_itself_and_evaluates_the_same()
    {
        var converted = await ProgramUnderTest.RunAsync("convert", Plans.Everything);
        var again = await ProgramUnderTest.RunAsync("convert", converted.Result);

        Assert.Equal(converted.Result, again.Result);
        Assert.Equal(
            (await ProgramUnderTest.RunAsync("evaluate", Plans.Everything)).Result,
            (await ProgramUnderTest.RunAsync("evaluate", converted.Result)).Result);
    }

    [Fact]
    public async Task The_schema_is_the_one_in_the_documentation()
    {
        var output = await ProgramUnderTest.RunAsync(["schema"]);

        Assert.Equal(await File.ReadAllTextAsync(Schema.File, TestContext.Current.CancellationToken), output.Result);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var output = await ProgramUnderTest.RunAsync(["evaluate", "-"], [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plans.Example)]);

        Assert.Equal(0, output.ExitCode);
    }
}
