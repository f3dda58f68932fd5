using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing;

/// <summary>One link: who looked, what they wrote, what is published; its founder changes, pauses and revokes it here.</summary>
public sealed class LinkModel(IMediator mediator, IStringLocalizer<SharingTexts> texts, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SettingsForm Settings { get; set; } = new();

    [BindProperty]
    public ChoiceForm Choice { get; set; } = new();

    public OpenShareLink.Result Opened { get; private set; } = null!;

    public IReadOnlyList<ListScenarios.Item> Scenarios { get; private set; } = [];

    /// <summary>Of the dashboard, just after the link was made; null ever after.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether the form came back with something wrong.</summary>
    public bool IsChanging { get; private set; }

    /// <inheritdoc cref="IsChanging"/>
    public bool IsPublishing { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        Address = TempData[NewModel.Address] as string;
        Settings = SettingsForm.Of(Opened.Settings);
        Choice = ChoiceForm.Of(Opened.Choice, Today);
    }

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken)
    {
        if (await ModelState.AcceptsAsync(texts, () => mediator.Send(new ChangeShareLink.Command(Id, Settings.Read(), Settings.RemovesPasscode), cancellationToken)))
            return Done(texts["Changed"]);
        await OpenAsync(cancellationToken);
        Choice = ChoiceForm.Of(Opened.Choice, Today);
        IsChanging = true;
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken)
    {
        PublishSnapshot.Result? published = null;
        if (await ModelState.AcceptsAsync(texts, async () => published = await mediator.Send(new PublishSnapshot.Command(Id, Choice.Read(Today)), cancellationToken)))
            return Done(texts["PublishedNotice", published!.Number]);
        await OpenAsync(cancellationToken);
        Settings = SettingsForm.Of(Opened.Settings);
        IsPublishing = true;
        return Page();
    }

    public async Task<IActionResult> OnPostPauseAsync(bool paused, CancellationToken cancellationToken)
    {
        await mediator.Send(new PauseShareLink.Command(Id, paused), cancellationToken);
        return Done(texts[paused ? "PausedNotice" : "GoesOnNotice"]);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeShareLink.Command(Id), cancellationToken);
        return Done(texts["RevokedNotice"]);
    }

    public async Task<IActionResult> OnPostReadAsync(Guid[] notes, CancellationToken cancellationToken)
    {
        await mediator.Send(new ReadShareNotes.Command(Id, notes), cancellationToken);
        return Done(texts["ReadNotice"]);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        Opened = await mediator.Send(new OpenShareLink.Query(Id), cancellationToken);
        // What is shown already may go on being shown, archived meanwhile or not.
        var shown = await mediator.Send(new ListScenarios.Query(ListScenarios.Shelf.Archived), cancellationToken);
        var active = await mediator.Send(new ListScenarios.Query(ListScenarios.Shelf.Active), cancellationToken);
        Scenarios = [.. shown.Items.Where(item => Opened.Choice.Scenarios.Contains(item.Id)), .. active.Items];
    }

    private RedirectToPageResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage(new { organisation = RouteData.Values["organisation"], id = Id });
    }
}
