using System.Text;
using Microsoft.Playwright;
using MiniExcelLibs;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Projection;

public sealed class ActualsTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const string Csv = "Month;Customers;New customers;Lost customers;Revenue;Fixed cost\n2027-01;1950;100;150;195000;98000\n2027-02;1900;110;160;189000;101000\n2027-03;1860;105;145;186500;104000\n";

    private static readonly string Churn = $"segments/{Shops}/lifecycle/churn";

    [Fact]
    public Task A_csv_of_a_spreadsheet_shows_how_good_the_forecast_was_and_teaches_only_the_chosen_numbers() => OpenAsync(Dated(), async room =>
    {
        await SeesAsync(room.Page.Locator(".takeaway"), "Nothing was imported yet");
        await room.Visit.AssertAccessibleAsync();

        await ImportAsync(room, "books.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv)]);
        await room.SeesNoticeAsync("Imported 3 months.");
        await Assertions.Expect(Known(room)).ToHaveCountAsync(3);
        await SeesAsync(Known(room).First, "2027-01");
        await SeesAsync(Known(room).First, "€195,000.00");
        await SeesAsync(room.Page.Locator(".takeaway"), "Over 3 months Revenue was off by");
        await SeesAsync(room.Page.Locator(".takeaway"), "The P10–P90 band held in");
        await room.SeesChartAsync("against-revenue");
        await SeesAsync(room.Page.Locator("#plot-against-revenue"), "Forecast");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("actuals");

        var rent = room.Page.Locator($"#proposals [value='{RentAmount}']");
        foreach (var box in await room.Page.Locator("#proposals input").AllAsync())
            await box.SetCheckedAsync(false);
        await rent.CheckAsync();
        await room.SubmitAsync("text=Accept the ticked");
        await room.SeesNoticeAsync("The numbers have learned from the actuals.");

        var saved = await room.SavedAsync();
        Assert.Equal(RentAmount, Assert.Single(saved.Provenance).Key);
        Assert.Equal(ProvenanceKind.Actuals, saved.Provenance[RentAmount].Kind);
        Assert.NotEqual(Dated().FixedCosts[0].Amount, saved.FixedCosts[0].Amount);
        Assert.Equal(Dated().Segments[0].Lifecycle!.Churn, saved.Segments[0].Lifecycle!.Churn);

        await room.GoAsync("uncertainty");
        await SeesAsync(room.ById(RentAmount).Locator("summary"), "Actuals");
    });

    [Fact]
    public Task With_nothing_ticked_nothing_changes() => OpenAsync(Booked(), async room =>
    {
        await Assertions.Expect(room.Page.Locator($"#proposals [value='{Churn}']")).ToBeCheckedAsync();
        foreach (var box in await room.Page.Locator("#proposals input").AllAsync())
            await box.SetCheckedAsync(false);
        await room.SubmitAsync("text=Accept the ticked");

        await room.SeesNoticeAsync("Nothing was ticked, nothing changed.");
        Assert.Empty((await room.SavedAsync()).Provenance);
    });

    [Fact]
    public Task A_workbook_is_imported_and_a_month_that_is_there_is_replaced() => OpenAsync(Booked(), async room =>
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(new object[]
        {
            new { Month = new DateTime(2027, 2, 1), Revenue = 200_500.5m, Customers = 1_980 }, new { Month = new DateTime(2027, 4, 1), Revenue = 190_000m, Customers = 1_900 },
        });
        await ImportAsync(room, "books.xlsx", workbook.ToArray());

        await room.SeesNoticeAsync("Imported 2 months.");
        await Assertions.Expect(Known(room)).ToHaveCountAsync(4);
        await SeesAsync(Known(room).Nth(1), "€200,500.50");
        Assert.Equal(
            MonthlyActual.Of(new DateOnly(2027, 2, 1)) with { Revenue = 200_500.5m, Customers = 1_980 },
            (await room.SavedAsync()).Actuals.Single(actual => actual.Month.Month == 2));
    });

    [Fact]
    public Task A_file_that_cannot_be_read_is_told_with_its_line_and_column_and_nothing_is_imported() => OpenAsync(Booked(), async room =>
    {
        var told = room.Page.Locator("main > .problems");
        await ImportAsync(room, "broken.xlsx", [.. "PK"u8, 1, 2, 3, 4, 5, 6]);
        await SeesAsync(told, "This file is neither CSV nor XLSX");
        await ImportAsync(room, "wrong.csv", Encoding.UTF8.GetBytes("Month,Revenue\n2027-01,1\n2027-02,much\n"));
        await SeesAsync(told, "Line 3, column “Revenue”: this is not a number.");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("actuals-refused");
        await ImportAsync(room, "wrong.csv", Encoding.UTF8.GetBytes("Month,Revenue\nsoon,1\n"));
        await SeesAsync(told, "Line 2, column “Month”: this is not a month.");
        await ImportAsync(room, "wrong.csv", Encoding.UTF8.GetBytes("Month,Revenue\n2027-04,-1\n"));
        await SeesAsync(told, "Line 2, column “Revenue”: this number is too small or too large.");

        Assert.Equal(Booked().Actuals, (await room.SavedAsync()).Actuals);
    });

    [Fact]
    public Task A_month_is_removed() => OpenAsync(Booked(), async room =>
    {
        await room.SubmitAsync("section[aria-labelledby=known-title] tbody tr:first-child button");

        await room.SeesNoticeAsync("The month is removed.");
        await Assertions.Expect(Known(room)).ToHaveCountAsync(2);
        Assert.Equal([2, 3], (await room.SavedAsync()).Actuals.Select(actual => actual.Month.Month));
    });

    [Fact]
    public Task Months_outside_the_plan_are_told_of() => OpenAsync(Booked() with { Projection = new ProjectionPlan { Start = new DateOnly(2030, 1, 1) } }, room =>
        SeesAsync(room.Page.Locator(".takeaway"), "lie outside the plan"));

    [Fact]
    public Task A_viewer_sees_the_months_and_can_change_nothing() => OpenAsync(Booked(), async room =>
    {
        await Assertions.Expect(Known(room)).ToHaveCountAsync(3);
        await Assertions.Expect(room.Page.Locator("main form button")).ToHaveCountAsync(0);
        await Assertions.Expect(room.Page.Locator("#file")).ToHaveCountAsync(0);
        await room.Visit.AssertAccessibleAsync();
    }, role: Role.Viewer);

    [Fact]
    public Task In_Chinese_nothing_is_left_in_English() => OpenAsync(TimeTests.InChinese(Booked()), async room =>
    {
        await room.SeesChartAsync("against-revenue");
        await ChineseText.AssertAsync(room.Page);
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("actuals-chinese");
    }, language: "zh-CN");

    [Fact]
    public Task On_a_phone_everything_fits() => OpenAsync(Booked(), async room =>
    {
        await room.SeesChartAsync("against-revenue");
        await room.Visit.AssertFitsAsync();
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("actuals-narrow");
        await room.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("actuals-narrow-dark");
    }, narrow: true);

    private static Scenario Dated()
    {
        var scenario = PlanRoom.Uncertain();
        return scenario with
        {
            Segments = [scenario.Segments[0] with { Lifecycle = new Lifecycle { OpeningCustomers = new Estimate(new UniformDistribution(1_800, 2_200)), Churn = 0.05m } }],
            Projection = new ProjectionPlan { Months = 12, Start = new DateOnly(2027, 1, 1) },
        };
    }

    private static Scenario Booked() => Dated() with
    {
        Actuals =
        [
            .. new[] { (1, 1_950, 100, 150, 195_000, 98_000), (2, 1_900, 110, 160, 189_000, 101_000), (3, 1_860, 105, 145, 186_500, 104_000) }
                .Select(m => MonthlyActual.Of(new DateOnly(2027, m.Item1, 1)) with
                {
                    Customers = m.Item2, NewCustomers = m.Item3, LostCustomers = m.Item4, Revenue = m.Item5, FixedCost = m.Item6,
                }),
        ],
    };

    private static ILocator Known(PlanRoom room) => room.Page.Locator("section[aria-labelledby=known-title] tbody tr");

    private static async Task ImportAsync(PlanRoom room, string name, byte[] content)
    {
        await room.Page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await room.SubmitAsync("form:has(#file) button");
    }

    private Task OpenAsync(Scenario scenario, Func<PlanRoom, Task> act, string language = "en", bool narrow = false, Role role = Role.Owner) =>
        VisitAsync(app, browser, scenario, "actuals", act, language, narrow, role);
}
