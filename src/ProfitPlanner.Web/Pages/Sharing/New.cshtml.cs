using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing;

/// <summary>Makes a link: what it shows, and who may open it.</summary>
[EnableRateLimiting(Security.AccountLimit)]
public sealed class NewModel(IMediator mediator, IStringLocalizer<SharingTexts> texts, TimeProvider time) : PageModel
{
    /// <summary>Where the link's page finds its address, once.</summary>
    public const string Address = "ShareAddress";

    [BindProperty]
    public SettingsForm Settings { get; set; } = new();

    [BindProperty]
    public ChoiceForm Choice { get; set; } = new();

    public IReadOnlyList<ListScenarios.Item> Scenarios { get; private set; } = [];

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <param name="scenario">The one that somebody comes from; null where from none.</param>
    public async Task OnGetAsync(Guid? scenario, CancellationToken cancellationToken)
    {
        Scenarios = (await mediator.Send(new ListScenarios.Query(ListScenarios.Shelf.Active), cancellationToken)).Items;
        Settings = SettingsForm.Of(new ShareSettings { Name = null, Until = Today.AddDays(ShareSettings.UsualDays), Culture = CultureInfo.CurrentUICulture });
        Choice = ChoiceForm.Of(
            new ShareChoice
            {
                Scenarios = [.. Scenarios.Where(item => item.Id == scenario || Scenarios.Count == 1).Select(item => item.Id)],
                Parts = Enum.GetValues<DashboardPart>(),
                Depth = EvidenceDepth.Reasons,
            },
            Today);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        CreateShareLink.Result? created = null;
        var command = new CreateShareLink.Command(Settings.Read(), Choice.Read(Today));
        if (await ModelState.AcceptsAsync(texts, async () => created = await mediator.Send(command, cancellationToken)))
        {
            TempData[Address] = created!.Address.ToString();
            return RedirectToPage("Link", new { organisation = RouteData.Values["organisation"], id = created.Id });
        }
        Scenarios = (await mediator.Send(new ListScenarios.Query(ListScenarios.Shelf.Active), cancellationToken)).Items;
        return Page();
    }
}
