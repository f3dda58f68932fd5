using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FluentValidation;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Scenarios.Workbooks;
using ProfitPlanner.Application.Tests.Scenarios.Workbooks;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

/// <summary>A workbook or a plan file comes back: what it would change is shown, and nothing is saved by that.</summary>
public sealed class ImportingChanges(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Price = Examples.Path(Examples.Shops, "revenue/price");

    private static readonly Scenario Tiered = Examples.Article.WithSegment(Examples.Shops, segment => segment with
    {
        Revenue = new PerVolume(5_000, TierMode.Graduated, [new(1_000, 0.05m), new(null, 0.1m / 3)]),
        Demand = new EmpiricalDemand([new(10, 0.8m), new(60, 0.5m)]),
    });

    [Fact]
    public async Task A_workbook_that_nobody_changed_changes_nothing()
    {
        foreach (var scenario in new[] { Examples.Article.WithPrice(100m / 3), Tiered })
        {
            var (owner, id) = await GivenAsync(scenario);

            var proposed = await ProposedAsync(owner, id, ScenarioWorkbook.Write(scenario, Words.Plain));

            Assert.Empty(proposed.Changes);
            Assert.Empty(proposed.Unknown);
        }
    }

    [Fact]
    public async Task Changed_numbers_tiers_and_points_are_proposed_and_nothing_is_saved()
    {
        var (owner, id) = await GivenAsync(Tiered);
        var (tiers, points) = (Examples.Path(Examples.Shops, "revenue/tiers"), Examples.Path(Examples.Shops, "demand/points"));
        var edited = ScenarioWorkbook.Write(Tiered, Words.Plain);
        edited = Spreadsheet.WithValue(edited, $"{tiers}/0", "D", "0.07");
        edited = Spreadsheet.WithValue(edited, $"{points}/1", "C", "70");
        edited = Spreadsheet.WithValue(edited, Examples.Path(Examples.Shops, "potentialCustomers"), "C", "12345");

        var proposed = await ProposedAsync(owner, id, edited);

        Assert.Equal([points, Examples.Path(Examples.Shops, "potentialCustomers"), tiers], proposed.Changes.Select(change => change.Path).Order());
        var segment = proposed.After.Segments[0];
        Assert.Equal(12_345, segment.PotentialCustomers.Value);
        Assert.Equal([new(1_000, 0.07m), new(null, 0.1m / 3)], ((PerVolume)segment.Revenue).Tiers);
        Assert.Equal([new(10, 0.8m), new(70, 0.5m)], ((EmpiricalDemand)segment.Demand!).Points);
        Assert.Equal(Tiered.Segments[0].PotentialCustomers, (await owner.Send(new OpenScenario.Query(id))).Scenario.Segments[0].PotentialCustomers);

        Assert.IsType<ChangeScenario.Result.Saved>(await owner.Send(new ChangeScenario.Command(id, proposed.Changes)));
        Assert.Equal(proposed.After.Evaluate().Profit, (await owner.Send(new OpenScenario.Query(id))).Scenario.Evaluate().Profit);
    }

    [Fact]
    public async Task An_uncertain_number_stays_as_it_is_unless_it_was_changed()
    {
        var uncertain = Examples.Article.WithSegment(Examples.Shops, s => s with { Revenue = new Subscription(new Estimate(new UniformDistribution(80, 120))) });
        var (owner, id) = await GivenAsync(uncertain);
        var file = ScenarioWorkbook.Write(uncertain, Words.Plain);

        Assert.Empty((await ProposedAsync(owner, id, file)).Changes);
        var changed = await ProposedAsync(owner, id, Spreadsheet.WithValue(file, Price, "C", "90"));

        Assert.Equal(new Subscription(90), changed.After.Segments[0].Revenue);
    }

    [Fact]
    public async Task A_cell_without_a_number_is_named()
    {
        var (owner, id) = await GivenAsync(Examples.Article);
        var file = Spreadsheet.WithValue(ScenarioWorkbook.Write(Examples.Article, Words.Plain), Price, "C", "cheap", isText: true);

        var refused = Assert.IsType<PreviewImport.Result.Refused>(await owner.Send(new PreviewImport.Query(id, file)));

        Assert.Equal("NoNumber", refused.Reason);
        Assert.Matches("^Inputs!C[0-9]+$", refused.Where);
    }

    [Fact]
    public async Task Numbers_of_another_scenario_are_counted_and_passed_over()
    {
        var (owner, id) = await GivenAsync(Examples.Article);
        var other = Examples.Article with { Segments = [Examples.Article.Segments[0] with { Id = Guid.NewGuid() }] };

        var proposed = await ProposedAsync(owner, id, ScenarioWorkbook.Write(other, Words.Plain));

        Assert.Empty(proposed.Changes);
        Assert.Equal(4, proposed.Unknown.Count);
    }

    [Fact]
    public async Task Files_that_are_no_workbook_of_ours_are_refused_in_words()
    {
        var (owner, id) = await GivenAsync(Examples.Article);

        foreach (var file in new[] { "PK and then nothing"u8.ToArray(), ZipOf("xl/workbook.xml", "<x/>"), ZipOf("[Content_Types].xml", "<"), SomebodyElses() })
            Assert.Equal("NotOurs", Assert.IsType<PreviewImport.Result.Refused>(await owner.Send(new PreviewImport.Query(id, file))).Reason);
        foreach (var file in new[] { "{", "[]", "\0\0", "名" })
            Assert.Equal("PlanWrong", Assert.IsType<PreviewImport.Result.Refused>(await owner.Send(new PreviewImport.Query(id, Encoding.UTF8.GetBytes(file)))).Reason);
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new PreviewImport.Query(id, [])));
    }

    [Fact]
    public async Task A_plan_file_shows_what_it_would_change()
    {
        var (owner, id) = await GivenAsync(Examples.Article);
        var plan = PlanJson.Write(Examples.Article.WithPrice(120) with { Notes = "Dearer." });

        var proposed = await ProposedAsync(owner, id, Encoding.UTF8.GetBytes(plan));

        Assert.Equal(["notes", Price], proposed.Changes.Select(change => change.Path));
    }

    private static byte[] ZipOf(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
            writer.Write(content);
        return stream.ToArray();
    }

    private static byte[] SomebodyElses()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
            document.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
        return stream.ToArray();
    }

    private static async Task<PreviewImport.Result.Proposed> ProposedAsync(Sender owner, Guid id, byte[] file) =>
        Assert.IsType<PreviewImport.Result.Proposed>(await owner.Send(new PreviewImport.Query(id, file)));

    private async Task<(Sender Owner, Guid Id)> GivenAsync(Scenario scenario)
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (planner.As(organisation.Owner, organisation), await planner.GivenStoredScenarioAsync(organisation, scenario));
    }
}
