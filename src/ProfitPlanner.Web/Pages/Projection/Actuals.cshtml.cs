using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Projection;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Projection;

/// <summary>What was booked, laid over the forecast, and what the numbers learn from it.</summary>
public sealed class ActualsModel(IMediator mediator, IStringLocalizer<ProjectionTexts> texts) : ProjectionPageModel(mediator)
{
    public IReadOnlyList<MeasureComparison> Comparisons { get; private set; } = [];

    public IReadOnlyList<ProposedInput> Proposals { get; private set; } = [];

    /// <summary>What is wrong with the file; null where nothing is.</summary>
    public ActualsReading? Refused { get; private set; }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var reading = file is null or { Length: 0 } ? new ActualsReading([], ActualsProblem.NotATable)
            : file.Length > ActualsFile.Largest ? new ActualsReading([], ActualsProblem.TooLong)
            : ActualsFile.Read(await BytesAsync(file, cancellationToken));
        if (reading.Problem is null && reading.Months.Count == 0)
            reading = reading with { Problem = ActualsProblem.NotATable };
        if (reading.Problem is not null)
        {
            Refused = reading;
            return await ShownAsync(cancellationToken);
        }
        return await SaveAsync(new ImportActuals.Command(Id, reading.Months), texts["ActualsImported", reading.Months.Count], cancellationToken);
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid month, CancellationToken cancellationToken) =>
        OpenAndSaveAsync(new ChangeScenario.Command(Id, [ScenarioChange.To<MonthlyActual>($"actuals/{month}", null)]), texts["ActualRemoved"], cancellationToken);

    public Task<IActionResult> OnPostAcceptAsync(string[] path, CancellationToken cancellationToken) => path.Length == 0
        ? Task.FromResult<IActionResult>(Done(texts["NothingChosen"]))
        : OpenAndSaveAsync(new LearnFromActuals.Command(Id, path, texts["ReasonActuals"]), texts["ProposalsAccepted"], cancellationToken);

    private async Task<IActionResult> OpenAndSaveAsync(IRequest<ChangeScenario.Result> command, string notice, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return await SaveAsync(command, notice, cancellationToken);
    }

    protected override async Task ShowAsync(CancellationToken cancellationToken)
    {
        await base.ShowAsync(cancellationToken);
        Comparisons = ActualsComparison.Of(Scenario, Result, Fan);
        Proposals = ActualsUpdate.Propose(Scenario);
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
