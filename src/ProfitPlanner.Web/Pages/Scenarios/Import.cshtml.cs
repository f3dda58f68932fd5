using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A workbook or a plan file that was edited elsewhere: what it would change, and then the change.</summary>
public sealed class ImportModel(IMediator mediator, IStringLocalizer<ScenarioTexts> texts) : ScenarioPageModel(mediator)
{
    /// <summary>What a file would change; null before one was chosen.</summary>
    public PreviewImport.Result.Proposed? Proposed { get; private set; }

    /// <summary>Why a file was refused; null where none was.</summary>
    public string? Refused { get; private set; }

    /// <summary>The proposed changes as they are posted back (JSON).</summary>
    public string Changes => JsonSerializer.Serialize(Proposed!.Changes);

    /// <summary>Shows what a file would change.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (file is null or { Length: 0 or > PreviewImport.Largest })
        {
            Refused = texts["PlanTooLong"];
            return Page();
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var result = await Mediator.Send(new PreviewImport.Query(Id, bytes.ToArray()), cancellationToken);
        Proposed = result as PreviewImport.Result.Proposed;
        Refused = result is PreviewImport.Result.Refused refused ? texts[$"ImportRefused.{refused.Reason}", refused.Where].Value : null;
        return Page();
    }

    /// <summary>Takes over the changes that were shown.</summary>
    public async Task<IActionResult> OnPostApplyAsync(string? changes, CancellationToken cancellationToken)
    {
        if (Read(changes) is not { } read)
            return BadRequest();
        await OpenAsync(cancellationToken);
        try
        {
            if (await TryAsync(new ChangeScenario.Command(Id, read), cancellationToken))
            {
                TempData["Notice"] = texts["ImportDone"].Value;
                return RedirectToPage("Edit", new { organisation = RouteData.Values["organisation"], id = Id });
            }
        }
        catch (JsonException)
        {
            return BadRequest();
        }
        return Page();
    }

    protected override Task ShowAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static List<ScenarioChange>? Read(string? changes)
    {
        try
        {
            return JsonSerializer.Deserialize<List<ScenarioChange>>(changes ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
