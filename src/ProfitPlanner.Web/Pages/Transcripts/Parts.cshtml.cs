using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Web.Pages.Transcripts;

/// <summary>Takes a file part by part, and tells where the next one begins.</summary>
[RequestSizeLimit(SentFile.Most)]
public sealed class PartsModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Told(await mediator.Send(new OpenUpload.Query(Id), cancellationToken));

    /// <param name="offset">Where the part begins [bytes].</param>
    public async Task<IActionResult> OnPutAsync(long offset, CancellationToken cancellationToken)
    {
        // All of it is here before the transaction begins: a slow line holds no row.
        var content = await SentFile.ReadAsync(Request, cancellationToken);
        try
        {
            var status = await mediator.Send(new ImportPart.Command(Id, offset, content), cancellationToken);
            // A workbook cannot be read from its middle: what has come is imported to its end, in steps.
            for (long before = -1; status is { Format: UploadFormat.Workbook, State: UploadState.Importing } && status.Records > before;)
            {
                before = status.Records;
                status = await mediator.Send(new ImportPart.Command(Id, offset, content), cancellationToken);
            }
            return Told(status);
        }
        catch (ValidationException)
        {
            return BadRequest();
        }
    }

    private static JsonResult Told(UploadStatus status) => new(new
    {
        state = status.State.ToString(),
        status.Position,
        size = status.FileSize,
        status.Turns,
        status.Records,
        status.Known,
        status.Conversations,
        status.Rejected,
    });
}
