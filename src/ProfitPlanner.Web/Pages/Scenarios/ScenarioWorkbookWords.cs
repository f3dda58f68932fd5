using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios.Workbooks;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>The words of a scenario's workbook in the language of the page.</summary>
internal static class ScenarioWorkbookWords
{
    public static WorkbookWords Of(Scenario scenario, InputWords names, IStringLocalizer<ScenarioTexts> texts) =>
        new(path => names.Name(path, scenario))
        {
            ProfitSheet = texts["Profit"],
            InputsSheet = texts["Workbook.Inputs"],
            StepsSheet = texts["Workbook.Steps"],
            What = texts["Workbook.What"],
            Value = texts["Workbook.Value"],
            Unit = texts["Workbook.Unit"],
            Range = texts["Workbook.Range"],
            UnitOf = input => input.Measure == Measure.Money ? scenario.Currency.Code : "",
            RangeOf = InputWords.Field,
            StepFrom = texts["Workbook.StepFrom"],
            StepValue = texts["Workbook.StepValue"],
            StepAdds = texts["Workbook.StepAdds"],
            Tier = texts["Workbook.Tier"],
            Point = texts["Workbook.Point"],
            Segment = texts["Segment"],
            PotentialCustomers = texts["Field.potentialCustomers"],
            Conversion = texts["Field.conversion"],
            RevenuePerCustomer = texts["RevenuePerCustomer"],
            VariableCost = texts["Field.variableCost"],
            RetentionCost = texts["Field.retentionCost"],
            Customers = texts["Customers"],
            Revenue = texts["Revenue"],
            Contribution = texts["Contribution"],
            FixedCost = texts["FixedCosts"],
            Total = texts["Workbook.Total"],
            Profit = $"{texts["Profit"]} ({scenario.Currency.Code} {texts[$"Per{scenario.Period}"]})",
            Advice = texts["Workbook.Advice"],
        };
}
