using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Transcripts;

/// <summary>One upload: confirm its columns, watch it, steer it.</summary>
[RequestSizeLimit(SentFile.Most)]
public sealed class UploadModel(IMediator mediator, IStringLocalizer<TranscriptTexts> texts) : UploadPageModel(mediator)
{
    /// <summary>Tells the script that the page stays as it is, and the answer is what is wrong with it.</summary>
    private const string ProblemHeader = "Upload-Problem";

    [FromRoute]
    public Guid Id { get; set; }

    public UploadStatus Status { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Status = await Mediator.Send(new OpenUpload.Query(Id), cancellationToken);

    public async Task<IActionResult> OnGetShowAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        return Partial("_Import", Status);
    }

    public Task<IActionResult> OnPostLookAsync(FileEncoding? encoding, int? divider, bool? hasHeadings, CancellationToken cancellationToken) =>
        LookAsync(Id, ReadAsOf(encoding, divider, hasHeadings), cancellationToken);

    /// <summary>Whether the file is this upload's.</summary>
    public async Task<IActionResult> OnPostSameAsync(CancellationToken cancellationToken) =>
        await SentFile.ReadProbeAsync(Request, cancellationToken) is { } file
            ? new JsonResult(await Mediator.Send(new CheckFile.Query(Id, file), cancellationToken))
            : BadRequest();

    /// <param name="role">Of each column, in their order.</param>
    public async Task<IActionResult> OnPostConfirmAsync(ColumnRole[] role, Speaker others, string? source, CancellationToken cancellationToken)
    {
        var speakers = Request.Form
            .Where(field => field.Key.StartsWith("speaker-", StringComparison.Ordinal) && Enum.TryParse<Speaker>(field.Value, out _))
            .ToDictionary(field => field.Key["speaker-".Length..], field => Enum.Parse<Speaker>(field.Value!));
        try
        {
            var result = await Mediator.Send(new ConfirmUpload.Command(Id, role, speakers, others, source), cancellationToken);
            return result == ConfirmUpload.Result.OtherColumns ? Problem(texts["Confirm.OtherColumns"]) : await ShownAsync(cancellationToken);
        }
        catch (ValidationException refused)
        {
            var failure = refused.Errors.First();
            return Problem(texts[failure.PropertyName == nameof(ConfirmUpload.Command.Roles) ? $"Confirm.{failure.ErrorCode}" : "Confirm.Source"]);
        }
    }

    public async Task<IActionResult> OnPostSteerAsync(SteerUpload.Choice choice, CancellationToken cancellationToken)
    {
        await Mediator.Send(new SteerUpload.Command(Id, choice), cancellationToken);
        return await ShownAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new DeleteUpload.Command(Id), cancellationToken);
        TempData["Notice"] = texts["Deleted"].Value;
        return RedirectToPage("Index", new { organisation = Organisation });
    }

    // The script keeps the file in hand, which a new page would not.
    private async Task<IActionResult> ShownAsync(CancellationToken cancellationToken) =>
        Request.Headers.ContainsKey("HX-Request") ? await OnGetShowAsync(cancellationToken) : RedirectToPage(new { organisation = Organisation, id = Id });

    private ContentResult Problem(string text)
    {
        Response.Headers[ProblemHeader] = "true";
        return Content(text);
    }
}
