using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A row of a comparison: what, and each scenario's value in the order of the columns.</summary>
public sealed record ComparisonRow(string Label, IReadOnlyList<string> Values)
{
    public bool Differs => Values.Distinct().Skip(1).Any();
}

/// <summary>What differs between scenarios. Segments and fixed costs are matched by name: each scenario has ids of its own.</summary>
public sealed record Comparison(
    IReadOnlyList<CompareScenarios.Item> Items, IReadOnlyList<ComparisonRow> Inputs, IReadOnlyList<ComparisonRow> Results, Chart? Chart)
{
    private const string Absent = "–";

    /// <summary>Whether amounts are of several currencies, so that they cannot be set against each other.</summary>
    public bool HasSeveralCurrencies => Items.Select(i => i.Scenario.Currency).Distinct().Skip(1).Any();

    /// <summary>Whether amounts are per different periods.</summary>
    public bool HasSeveralPeriods => Items.Select(i => i.Scenario.Period).Distinct().Skip(1).Any();

    internal static Comparison Of(IReadOnlyList<CompareScenarios.Item> items, IStringLocalizer<ScenarioTexts> texts)
    {
        var comparison = new Comparison(items, [.. InputRows(items, texts).Where(row => row.Differs)], [.. ResultRows(items, texts)], null);
        return comparison.HasSeveralCurrencies || comparison.HasSeveralPeriods ? comparison : comparison with { Chart = ChartOf(items, texts) };
    }

    private static IEnumerable<ComparisonRow> InputRows(IReadOnlyList<CompareScenarios.Item> items, IStringLocalizer<ScenarioTexts> texts)
    {
        ComparisonRow Row(string label, Func<Scenario, string> value) => new(label, [.. items.Select(i => value(i.Scenario))]);

        yield return Row(texts["Field.currency"], s => s.Currency.Code);
        yield return Row(texts["Field.period"], s => texts[$"Period.{s.Period}"]);
        yield return Row(texts["VariableCost"], s => Format.Price(s.VariableCost, s.Currency));
        yield return Row(texts["RetentionCost"], s => Format.Price(s.RetentionCost, s.Currency));
        foreach (var name in items.SelectMany(i => i.Scenario.Segments).Select(s => s.Name).Distinct())
        {
            ComparisonRow Of(string label, Func<Scenario, Segment, string> value) => Row($"{name}: {label}",
                s => s.Segments.FirstOrDefault(x => x.Name == name) is { } segment ? value(s, segment) : Absent);

            yield return Of(texts["BusinessModel"], (_, x) => texts[$"Kind.{RevenueKinds.Of(x.Revenue)}"]);
            yield return Of(texts["PotentialCustomers"], (_, x) => Format.Number(x.PotentialCustomers));
            yield return Of(texts["Conversion"], (_, x) => Format.Percent(x.Conversion));
            yield return Of(texts["RevenuePerCustomer"], (s, x) => Format.Price(x.Revenue.PerCustomer, s.Currency));
            yield return Of(texts["VariableCost"], (s, x) => Format.Price(x.VariableCost ?? s.VariableCost, s.Currency));
            yield return Of(texts["RetentionCost"], (s, x) => Format.Price(x.RetentionCost ?? s.RetentionCost, s.Currency));
        }

        foreach (var name in items.SelectMany(i => i.Scenario.FixedCosts).Select(c => c.Name).Distinct())
            yield return Row($"{texts["FixedCosts"].Value}: {name}",
                s => s.FixedCosts.FirstOrDefault(c => c.Name == name) is { } cost ? Format.Money(cost.Amount, s.Currency) : Absent);
    }

    private static IEnumerable<ComparisonRow> ResultRows(IReadOnlyList<CompareScenarios.Item> items, IStringLocalizer<ScenarioTexts> texts)
    {
        ComparisonRow Row(string label, Func<ProfitResult, string> value) => new(texts[label], [.. items.Select(i => value(i.Profit))]);

        yield return Row("Profit", r => $"{Format.Money(r.Profit, r.Currency)} {texts[$"Per{r.Period}"].Value}");
        yield return Row("ProfitMargin", r => Format.Percent(r.ProfitMargin));
        yield return Row("Revenue", r => Format.Money(r.Revenue, r.Currency));
        yield return Row("VariableCost", r => Format.Money(r.VariableCost, r.Currency));
        yield return Row("RetentionCost", r => Format.Money(r.RetentionCost, r.Currency));
        yield return Row("Contribution", r => Format.Money(r.Contribution, r.Currency));
        yield return Row("FixedCosts", r => Format.Money(r.FixedCost, r.Currency));
        yield return Row("Customers", r => Format.Number(r.Customers));
        yield return new(texts["BreakEvenFactor"], [.. items.Select(i =>
            BreakEven.CommonFactor(i.Scenario).Conversion.Value is { } k ? Format.Factor(k) : texts["NotReachable"].Value)]);
    }

    private static Chart ChartOf(IReadOnlyList<CompareScenarios.Item> items, IStringLocalizer<ScenarioTexts> texts)
    {
        (string Label, Func<ProfitResult, decimal> Value)[] measures =
        [
            (texts["Revenue"], r => r.Revenue), (texts["Contribution"], r => r.Contribution),
            (texts["FixedCosts"], r => r.FixedCost), (texts["Profit"], r => r.Profit),
        ];
        var best = items.MaxBy(i => i.Profit.Profit)!;
        var currency = best.Scenario.Currency;
        return new Chart("compare", texts[best.Profit.Profit < 0 ? "CompareLeastLoss" : "CompareBest", best.Scenario.Name, Format.Money(Math.Abs(best.Profit.Profit), currency), texts[$"Per{best.Scenario.Period}"].Value],
            new BarsDrawing(currency.Code, [.. measures.Select(m => m.Label)],
                [.. items.Select(i => new BarSeries(i.Scenario.Name, [.. measures.Select(m => m.Value(i.Profit))]))]),
            [texts["Amount"], .. items.Select(i => i.Scenario.Name)],
            [.. measures.Select(m => (IReadOnlyList<string>)[m.Label, .. items.Select(i => Format.Money(m.Value(i.Profit), currency))])]);
    }
}
