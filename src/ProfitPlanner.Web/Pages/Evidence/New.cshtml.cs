using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>Sends a number of demand to a scenario: which one, for which number, and with what assumptions; with what it makes of profit.</summary>
public sealed class NewModel(IMediator mediator, IStringLocalizer<EvidenceTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public EvidenceForm Form { get; set; } = new();

    public ListEvidenceChoices.Result Choices { get; private set; } = null!;

    public (Guid Scenario, string Path)? Target { get; private set; }

    /// <summary>What the fields make; null where one cannot be read, or nothing can be chosen.</summary>
    public EvidencePreview? Preview { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ChooseAsync(cancellationToken);
        // To begin with; whoever takes every intent away is not given another one.
        if (Choices.Intents is [var (most, _), ..] && Form.Intent.Length == 0)
            Form.Intent = [most.Key];
        await PreviewAsync(cancellationToken);
    }

    /// <summary>What the fields make, while they are typed.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        await ChooseAsync(cancellationToken);
        await PreviewAsync(cancellationToken);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Preview", this) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ChooseAsync(cancellationToken);
        if (Target is { } target && Form.Read(out _) is var (signal, assumptions))
        {
            try
            {
                if (await mediator.Send(new ProposeEvidence.Command(target.Scenario, target.Path, signal, assumptions, Form.Remark), cancellationToken) is ProposeEvidence.Result.Proposed proposed)
                {
                    TempData["Notice"] = texts["ProposedNotice"].Value;
                    return RedirectToPage("Item", new { organisation = RouteData.Values["organisation"], id = proposed.Id });
                }
            }
            catch (ValidationException e)
            {
                Say(e);
            }
        }
        await PreviewAsync(cancellationToken);
        return Page();
    }

    private async Task ChooseAsync(CancellationToken cancellationToken)
    {
        Choices = await mediator.Send(new ListEvidenceChoices.Query(), cancellationToken);
        Form.Takers ??= Format.ShareField(EvidenceAssumptions.Usual.Takers);
        Form.ContactRate ??= Format.Field(EvidenceAssumptions.Usual.ContactRate);
        Target = Form.Target(Choices.Scenarios);
    }

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        if (Target is not { } target)
            return;
        if (Form.Read(out var wrong) is not var (signal, assumptions))
        {
            ModelState.AddModelError(wrong!, texts[$"Wrong.{wrong}"]);
            return;
        }
        try
        {
            var found = await mediator.Send(new PreviewEvidence.Query(target.Scenario, target.Path, signal, assumptions), cancellationToken);
            Preview = EvidencePreview.Of(target.Path, found, cancellationToken);
        }
        catch (ValidationException e)
        {
            Say(e);
        }
    }

    private void Say(ValidationException refused)
    {
        foreach (var error in refused.Errors)
        {
            var (field, text) = error.ErrorCode switch
            {
                "Takers" => ("takers", "Wrong.takers"),
                "ContactRate" => ("contactRate", "Wrong.contactRate"),
                "MonthsTurned" => ("to", "Wrong.turned"),
                _ when error.PropertyName.StartsWith("Signal", StringComparison.Ordinal) => ("intent", "Wrong.intent"),
                _ => ("remark", "Wrong.remark"),
            };
            if (!ModelState.ContainsKey(field) || ModelState[field]!.Errors.Count == 0)
                ModelState.AddModelError(field, texts[text]);
        }
    }
}
