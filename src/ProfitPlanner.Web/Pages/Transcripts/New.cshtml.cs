using MediatR;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Reading;

namespace ProfitPlanner.Web.Pages.Transcripts;

/// <summary>Choose a file.</summary>
[RequestSizeLimit(SentFile.Most)]
public sealed class NewModel(IMediator mediator) : UploadPageModel(mediator)
{
    // Whoever may not upload is told so before a file is chosen.
    public Task OnGetAsync(CancellationToken cancellationToken) => Mediator.Send(new ListUploads.Query(), cancellationToken);

    public Task<IActionResult> OnPostLookAsync(FileEncoding? encoding, int? divider, bool? hasHeadings, CancellationToken cancellationToken) =>
        LookAsync(null, ReadAsOf(encoding, divider, hasHeadings), cancellationToken);
}
