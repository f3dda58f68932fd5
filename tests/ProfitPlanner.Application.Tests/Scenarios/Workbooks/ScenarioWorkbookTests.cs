using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.Application.Scenarios.Workbooks;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using Scenario = ProfitPlanner.ProfitModel.Scenarios.Scenario;

namespace ProfitPlanner.Application.Tests.Scenarios.Workbooks;

public sealed class ScenarioWorkbookTests
{
    /// <summary>Every way to pay and every demand curve, on both sides of each of their corners.</summary>
    private static readonly Scenario[] Hard =
    [
        .. from revenue in Revenues()
           from demand in Demands()
           select Examples.Article.WithSegment(Examples.Shops, segment => segment with { Revenue = revenue, Demand = demand }),
        Examples.Article with { Segments = [] },
        Examples.Article with { FixedCosts = [] },
        Examples.Article with { Name = "=1+1", FixedCosts = [new FixedCost { Id = Examples.Rent, Name = "=HYPERLINK(\"x\")", Amount = 1 }] },
    ];

    private static readonly Scenario[] All = [.. new TemplateCatalogue().All.Select(template => template.ToScenario(TemplateLanguage.English)), .. Hard];

    [Fact]
    public async Task Another_program_comes_to_the_same_profit_customers_and_revenue()
    {
        var sheets = await Spreadsheet.CalculateAsync([.. All.Select(scenario => ScenarioWorkbook.Write(scenario, Words.Plain))]);

        for (var i = 0; i < All.Length; i++)
        {
            var result = All[i].Evaluate();
            var total = sheets[i].Single(row => row[0] == "Together");
            AssertClose(result.Customers, total[6]);
            AssertClose(result.Revenue, total[7]);
            AssertClose(result.Contribution, total[10]);
            AssertClose(result.Profit, sheets[i].Single(row => row[0] == "Profit")[10]);
        }
    }

    [Fact]
    public async Task A_number_that_is_changed_in_the_workbook_changes_the_profit_as_it_would_here()
    {
        var workbook = ScenarioWorkbook.Write(Examples.Article, Words.Plain);
        var edited = Spreadsheet.WithValue(workbook, Examples.Path(Examples.Shops, "revenue/price"), "C", "123.45");

        var sheets = await Spreadsheet.CalculateAsync([edited]);

        AssertClose(Examples.Article.WithPrice(123.45m).Evaluate().Profit, sheets[0].Single(row => row[0] == "Profit")[10]);
    }

    [Fact]
    public void What_stands_beside_the_formulas_is_what_they_come_to()
    {
        foreach (var scenario in All)
            Assert.Equal((double)scenario.Evaluate().Profit, Profit(ScenarioWorkbook.Write(scenario, Words.Plain)), 1e-6);
    }

    [Fact]
    public void Every_workbook_is_valid_and_holds_no_formula_that_somebody_typed_as_a_name()
    {
        foreach (var scenario in All)
        {
            using var stream = new MemoryStream(ScenarioWorkbook.Write(scenario, Words.Plain));
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);

            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{scenario.Name}: {error.Description} {error.Path?.XPath}"));
            Assert.DoesNotContain(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()), formula => formula.Text.Contains("HYPERLINK", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<RevenueModel> Revenues()
    {
        Tier[] tiers = [new(1_000, 0.05m), new(10_000, 0.02m), new(null, 0.01m)];
        yield return new Subscription(100);
        yield return new Subscription(0);
        yield return new DirectSale(49.99m);
        yield return new PerUse(30, 0.4m);
        yield return new PerEndCustomer(250, 0.35m);
        yield return new Advertising(400, 0.8m, 6.5m, 0.7m);
        yield return new ApiService(20, 1_000, 900, 0.01m);
        yield return new ApiService(20, 1_000, 2_500, 0.01m);
        foreach (var mode in Enum.GetValues<TierMode>())
            foreach (var units in new[] { 0, 999.5m, 1_000, 10_000, 25_000 })
                yield return new PerVolume(units, mode, tiers) { PackageSize = mode == TierMode.Package ? 0.1m : 1 };
        yield return new PerVolume(1.1m, TierMode.Package, [new(null, 3)]) { PackageSize = 0.1m };
    }

    private static IEnumerable<PriceDemand?> Demands()
    {
        yield return null;
        yield return new LinearDemand(1.2m, -0.01m);
        yield return new LogitDemand(4, -0.05m) { Ceiling = 0.6m };
        yield return new ConstantElasticityDemand(0.9m, 0.4m);
        yield return new LognormalDemand(4, 0.8m) { Ceiling = 0.9m };
        yield return new EmpiricalDemand([new(10, 0.8m), new(60, 0.5m), new(120, 0.1m)]);
    }

    private static void AssertClose(decimal expected, string actual)
    {
        var number = double.Parse(actual, CultureInfo.InvariantCulture);
        Assert.True(Math.Abs(number - (double)expected) <= 1e-9 * Math.Max(1, Math.Abs((double)expected)), $"{actual} instead of {expected}");
    }

    private static double Profit(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var name = document.WorkbookPart!.Workbook!.Descendants<DefinedName>().Single(name => name.Name == ScenarioWorkbook.ProfitCell).Text;
        var reference = name.Split('!')[1].Replace("$", "", StringComparison.Ordinal);
        return document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>())
            .Where(cell => cell.CellReference == reference && cell.CellFormula is not null)
            .Select(cell => double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).Single();
    }
}
