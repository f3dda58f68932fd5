using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;

namespace ProfitPlanner.Web.Pages.Transcripts;

/// <summary>A page on which a file is chosen: its script sends what stands at the beginning of it.</summary>
public abstract class UploadPageModel(IMediator mediator) : PageModel
{
    /// <summary>Tells the script where the upload is found from now on.</summary>
    private const string AddressHeader = "Upload-Address";

    protected IMediator Mediator => mediator;

    protected string Organisation => (string)RouteData.Values["organisation"]!;

    /// <summary>What the analyst says of the file; a divider by its code, since a tab is no text of a form.</summary>
    protected static ReadAs ReadAsOf(FileEncoding? encoding, int? divider, bool? hasHeadings) =>
        new(encoding, ReadAs.Dividers.Where(known => known == divider).Select(known => (char?)known).FirstOrDefault(), hasHeadings);

    /// <summary>Answers with how the file would be read, or with why it cannot be.</summary>
    /// <param name="upload">That waits to be confirmed; null for a new one.</param>
    protected async Task<IActionResult> LookAsync(Guid? upload, ReadAs readAs, CancellationToken cancellationToken)
    {
        if (await SentFile.ReadProbeAsync(Request, cancellationToken) is not { } file)
            return BadRequest();
        try
        {
            switch (await mediator.Send(new LookAtFile.Command(upload, file, readAs), cancellationToken))
            {
                case LookAtFile.Result.Proposed { Proposal: var proposal }:
                    Response.Headers[AddressHeader] = Url.Page("Upload", new { organisation = Organisation, id = proposal.Id });
                    return Partial("_Proposal", proposal);
                case LookAtFile.Result.Refused refused:
                    return Partial("_Chooser", new ChooserView(refused));
                default:
                    return Partial("_Chooser", new ChooserView(null, IsAnotherFile: true));
            }
        }
        catch (ValidationException)
        {
            return BadRequest();
        }
    }
}

/// <param name="Refused">What is wrong with the file that was chosen; null where none was.</param>
public sealed record ChooserView(LookAtFile.Result.Refused? Refused = null, bool IsAnotherFile = false);
