using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>Which intents the organisation tells apart, and the models that learn them.</summary>
public sealed class ModelsModel(IMediator mediator, IStringLocalizer<ReviewTexts> texts) : PageModel
{
    public ListIntents.Result Intents { get; private set; } = null!;

    public ListModels.Result Models { get; private set; } = null!;

    /// <summary>What could not be done, a sentence; null where nothing failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>The form whose fields keep what was typed: the key of its intent, "" of a new one; null where none was refused.</summary>
    public string? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Intents = await mediator.Send(new ListIntents.Query(), cancellationToken);
        Models = await mediator.Send(new ListModels.Query(), cancellationToken);
    }

    public async Task<IActionResult> OnPostAdoptAsync(IntentSet set, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(set))
            return BadRequest();
        return Done(texts["IntentsAdopted", await mediator.Send(new AdoptIntents.Command(set, CultureInfo.CurrentUICulture), cancellationToken)]);
    }

    /// <param name="key">Of the intent to change; empty to add one.</param>
    /// <param name="examples">A line each.</param>
    public async Task<IActionResult> OnPostDefineAsync(string? key, string? name, string? description, string? examples, CancellationToken cancellationToken)
    {
        try
        {
            var result = await mediator.Send(new DefineIntent.Command(
                string.IsNullOrEmpty(key) ? null : key, name, description, (examples ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), cancellationToken);
            return result == DefineIntent.Result.Defined
                ? Done(texts["IntentSaved", name!.Trim()])
                : await RefusedAsync(texts[$"Intent.{result}"], key ?? "", cancellationToken);
        }
        catch (ValidationException refused)
        {
            var failure = refused.Errors.First();
            return await RefusedAsync(texts[$"{failure.PropertyName}.{failure.ErrorCode}"], key ?? "", cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostMoveAsync(string? key, int place, CancellationToken cancellationToken)
    {
        if (key is null || place < 1)
            return BadRequest();
        await mediator.Send(new MoveIntent.Command(key, place), cancellationToken);
        return RedirectToPage(null, null, null, "intents-title");
    }

    public async Task<IActionResult> OnPostDeleteAsync(string? key, CancellationToken cancellationToken)
    {
        if (key is null)
            return BadRequest();
        var result = await mediator.Send(new DeleteIntent.Command(key), cancellationToken);
        return result.IsDeleted ? Done(texts["IntentDeleted"]) : await RefusedAsync(texts["IntentInUse", result.Labels], key, cancellationToken);
    }

    public async Task<IActionResult> OnPostMergeAsync(string? key, string? into, CancellationToken cancellationToken)
    {
        if (key is null || string.IsNullOrEmpty(into) || into == key)
            return BadRequest();
        return Done(texts["IntentsMerged", await mediator.Send(new MergeIntents.Command(key, into), cancellationToken)]);
    }

    public async Task<IActionResult> OnPostTrainAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new StartTraining.Command(), cancellationToken);
        return result == StartTraining.Result.Started
            ? Done(texts["TrainingStarted"], "models-title")
            : await RefusedAsync(texts[$"Train.{result}", TrainingSupply.FewestIntents, TrainingSupply.Fewest], null, cancellationToken);
    }

    public async Task<IActionResult> OnPostUseAsync(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new UseModel.Command(id), cancellationToken) == UseModel.Result.Used
            ? Done(texts["ModelUsed"], "models-title")
            : await RefusedAsync(texts["ModelNotReady"], null, cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new DeleteModel.Command(id), cancellationToken)
            ? Done(texts["ModelDeleted"], "models-title")
            : await RefusedAsync(texts["ModelInUse"], null, cancellationToken);

    /// <summary>What a model says of every turn, as a file.</summary>
    public async Task<IActionResult> OnGetPredictionsAsync(Guid id, CancellationToken cancellationToken)
    {
        Download.Begin(Response, "predictions.csv");
        await mediator.Send(new ExportPredictions.Query(id, Response.Body), cancellationToken);
        return new EmptyResult();
    }

    private RedirectToPageResult Done(string notice, string section = "intents-title")
    {
        TempData["Notice"] = notice;
        return RedirectToPage(null, null, null, section);
    }

    private async Task<PageResult> RefusedAsync(string problem, string? form, CancellationToken cancellationToken)
    {
        (Problem, Refused) = (problem, form);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
