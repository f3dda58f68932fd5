using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>The price at which each segment brings most, the range that is about as good, and what limits it.</summary>
public sealed class PriceModel(IMediator mediator, IStringLocalizer<PricingTexts> texts) : ScenarioPageModel(mediator)
{
    [BindProperty(SupportsGet = true, Name = "segment")]
    public Guid? SegmentId { get; set; }

    public PricePlan Plan { get; private set; } = null!;

    /// <summary>One price for all; null where fewer than two segments have a demand curve.</summary>
    public CommonPrice? OneForAll { get; private set; }

    public SegmentPrice? Shown { get; private set; }

    public Chart? Picture { get; private set; }

    /// <summary>Charges the best price, rounded to what can be paid.</summary>
    /// <param name="use">The segment, or null for all.</param>
    public async Task<IActionResult> OnPostUseAsync(Guid? use, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var changes =
            from price in Scenario.OptimisePrices().Segments
            where price.Reason is null && (use is null || use == price.Id)
            let segment = Scenario.Segments.First(s => s.Id == price.Id)
            let revenue = segment.Revenue.At(Payable(segment, price.BestPrice))
            where revenue is not null
            select ScenarioChange.To($"segments/{price.Id}/revenue", revenue);
        return await ChangeAsync([.. changes], texts["PricesUsed"], cancellationToken);
    }

    /// <summary>Saves which prices are considered, and what limits the number of customers.</summary>
    public async Task<IActionResult> OnPostLimitsAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var (changes, problems) = LimitsForm.Read(Request.Form, Scenario);
        Problems = problems;
        return problems.Count == 0 ? await ChangeAsync(changes, texts["LimitsSaved"], cancellationToken) : await ShownAsync(cancellationToken);
    }

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        Plan = Scenario.OptimisePrices();
        if (Scenario.Segments.Count(s => s.Demand is not null) > 1)
            OneForAll = Scenario.OneForAll();
        Shown = Plan.Segments.FirstOrDefault(s => s.Id == SegmentId) ?? Plan.Segments.FirstOrDefault(s => s.Reason is null)
            ?? (Plan.Segments.Count > 0 ? Plan.Segments[0] : null);
        if (Shown is not null)
        {
            var response = PriceResponse.Of(Scenario, Shown.Id, PriceCharts.Points);
            Picture = new PriceCharts(texts, Scenario.Currency).Response(Shown, response.Points, response.Current);
        }
        return Task.CompletedTask;
    }

    private Task<IActionResult> ChangeAsync(IReadOnlyList<ScenarioChange> changes, string notice, CancellationToken cancellationToken) =>
        SaveAsync(new ChangeScenario.Command(Id, changes), notice, cancellationToken, new { segment = SegmentId });

    // A price point is payable as it is; what was rounded to the smallest coin must stay within the bounds.
    private decimal Payable(Segment segment, decimal price) => segment.PriceRange?.Step is null
        ? Math.Clamp(Scenario.Currency.Round(price), segment.PriceRange?.Lowest ?? 0, segment.PriceRange?.Highest ?? decimal.MaxValue)
        : price;
}
