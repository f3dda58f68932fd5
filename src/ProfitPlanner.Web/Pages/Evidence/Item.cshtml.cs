using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>One proposal: what was measured, how it becomes the number, what profit becomes with it, and the decision.</summary>
public sealed class ItemModel(IMediator mediator, IStringLocalizer<EvidenceTexts> texts, EvidenceWords words) : ScenarioPageModel(mediator)
{
    public OpenEvidence.Result Evidence { get; private set; } = null!;

    public ProfitComparison Comparison { get; private set; } = null!;

    /// <summary>Whether the number became another while it was looked at.</summary>
    public bool Moved { get; private set; }

    private Guid EvidenceId => Guid.Parse((string)RouteData.Values["id"]!);

    public async Task<IActionResult> OnPostAcceptAsync(string? seen, CancellationToken cancellationToken)
    {
        await OpenEvidenceAsync(cancellationToken);
        var reason = words.Signal(Evidence.Entry.Content.Signal);
        var result = await Mediator.Send(new AcceptEvidence.Command(EvidenceId, seen ?? "", reason), cancellationToken);
        if (result is AcceptEvidence.Result.Moved)
        {
            Moved = true;
            await OpenAsync(cancellationToken);
            return await ShownAsync(cancellationToken);
        }
        return Back(result switch
        {
            AcceptEvidence.Result.Accepted => "AcceptedNotice",
            AcceptEvidence.Result.Gone => "Refusal.NoSuchNumber",
            _ => "DecidedNotice",
        });
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) =>
        Back(await Mediator.Send(new DeclineEvidence.Command(EvidenceId), cancellationToken) ? "DeclinedNotice" : "DecidedNotice");

    protected override async Task BeforeOpeningAsync(CancellationToken cancellationToken) => await OpenEvidenceAsync(cancellationToken);

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        if (Evidence is { Without: { } without, With: { } with, Target: { } target })
            Comparison = ProfitComparison.Of(without, with, target.Kind == EvidenceKind.Churn, cancellationToken);
        return Task.CompletedTask;
    }

    // The address names the evidence, and the evidence its scenario.
    private async Task OpenEvidenceAsync(CancellationToken cancellationToken)
    {
        Evidence = await Mediator.Send(new OpenEvidence.Query(EvidenceId), cancellationToken);
        Id = Evidence.Entry.ScenarioId;
    }

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage(new { organisation = RouteData.Values["organisation"], id = EvidenceId });
    }
}
