using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What customers wrote that is behind a number.</summary>
public sealed class SentencesModel(IMediator mediator, IStringLocalizer<DemandTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Intent { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Signal { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Segment { get; set; }

    /// <summary>One month, as in 2026-03; else <see cref="From"/> and <see cref="To"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Model { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public DateOnly? FirstMonth { get; private set; }

    public DateOnly? LastMonth { get; private set; }

    /// <summary>Null where what was asked for makes no sense.</summary>
    public ListSentences.Result? Listed { get; private set; }

    /// <summary>The address of the next page.</summary>
    public string Next => QueryString.Create(
        Request.Query.Where(each => !each.Key.Equals(nameof(After), StringComparison.OrdinalIgnoreCase)).Append(new("after", Listed!.Next.ToString()))).ToString();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MonthField.TryRead(Month ?? From, out var first) | !MonthField.TryRead(Month ?? To, out var last))
            ModelState.AddModelError(nameof(From), texts["MonthWrong"]);
        if (!ModelState.IsValid)
            return;
        (FirstMonth, LastMonth) = (first, last);
        await ModelState.AcceptsAsync(texts, async () => Listed = await mediator.Send(
            new ListSentences.Query(Given(Intent), Given(Signal), Segment, first, last, Given(Word), Model, After), cancellationToken));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
