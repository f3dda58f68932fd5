using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.Application.Sharing;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>Takes a viewer's question or remark for the founder.</summary>
[AllowAnonymous]
public sealed class NoteModel(IMediator mediator) : DashboardPageModel(mediator)
{
    public NoteAnswer Answer { get; private set; } = new(false, "");

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] string? figure, [FromForm] string? text, CancellationToken cancellationToken)
    {
        try
        {
            var result = await Mediator.Send(new WriteNote.Command(Token, Dashboard.NewKey ?? ShareKey.Of(HttpContext), ScenarioIndex, figure, text), cancellationToken);
            Answer = new NoteAnswer(result == WriteNote.Result.Written, $"Note{result}");
        }
        catch (ValidationException e)
        {
            Answer = new NoteAnswer(false, $"{e.Errors.First().PropertyName}.{e.Errors.First().ErrorCode}");
        }
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_NoteAnswer", Answer) : Page();
    }
}

/// <param name="Text">Names what is said, in DoorTexts.</param>
public sealed record NoteAnswer(bool IsWritten, string Text);
