using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Experiments;
using ProfitPlanner.ProfitModel.Experiments;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Experiments;

/// <summary>Plans a price experiment of a segment, reads its results, and hands them to the scenario.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<ExperimentTexts> texts) : SegmentPageModel(mediator)
{
    /// <summary>What is planned, as typed; prefilled from the segment.</summary>
    [BindProperty(SupportsGet = true, Name = "plan")]
    public PlanFields Fields { get; set; } = new();

    /// <summary>Price, visitors and buyers of each arm, the control first.</summary>
    [BindProperty]
    public string? Data { get; set; }

    public PlanView? Plan { get; private set; }

    public ExperimentReading? Reading { get; private set; }

    public SequentialReading? Sequential { get; private set; }

    /// <summary>The first line that cannot be read, from 1; 0 where there are fewer than two arms.</summary>
    public int? WrongLine { get; private set; }

    /// <summary>Shows what the results say; saves nothing.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return await ShownAsync(cancellationToken);
    }

    /// <summary>Charges an arm's price, with the conversion that was found.</summary>
    /// <param name="arm">Its place in the data, from 0.</param>
    public async Task<IActionResult> OnPostAdoptAsync(int arm, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (Segment is null || Arms() is not { Count: > 0 } arms || arm < 0 || arm >= arms.Count)
            return NotFound();
        var chosen = arms[arm];
        var reason = texts["ReasonArm", Format.Money((decimal)chosen.Price, Scenario.Currency), Format.Number(chosen.Visitors), Format.Number(chosen.Buyers)];
        return await SaveAsync(
            new AdoptArm.Command(Id, Segment.Id, (decimal)chosen.Price, (int)chosen.Visitors, (int)chosen.Buyers, new Provenance(ProvenanceKind.Experiment, reason)),
            texts["ArmAdopted"], cancellationToken, new { segment = Segment.Id });
    }

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        if (Segment is null)
            return Task.CompletedTask;
        Fields = Fields.OrThoseOf(Scenario, Segment);
        Plan = PlanView.Of(Fields, (double)UnitCost);
        if (Arms() is not { Count: > 0 } arms)
            return Task.CompletedTask;
        Reading = ExperimentReading.Of(arms);
        // Two arms only: the test that may be looked at every day compares one with one.
        if (arms is [var control, var variant] && Plan is { ConversionEffect: > 0, ProfitEffect: > 0 } plan)
            Sequential = SequentialReading.Of(control, variant, plan.ConversionEffect, plan.ProfitEffect);
        return Task.CompletedTask;
    }

    /// <summary>The arms of the data; none where there are no data, or <see cref="WrongLine"/> says what is wrong with them.</summary>
    private List<ExperimentArm> Arms()
    {
        if (string.IsNullOrWhiteSpace(Data))
            return [];
        var table = PastedTable.Read(Data, 3);
        var arms = new List<ExperimentArm>();
        foreach (var row in table.Rows)
        {
            if (!PastedTable.IsCount(row[1]) || !PastedTable.IsCount(row[2]) || !ExperimentArm.IsPossible(row[0], (double)UnitCost, (long)row[1], (long)row[2]))
            {
                WrongLine = table.Lines[arms.Count];
                return [];
            }
            arms.Add(new ExperimentArm(row[0], (double)UnitCost, (long)row[1], (long)row[2]));
        }
        WrongLine = table.WrongLine ?? (arms.Count is < 2 or > 10 ? 0 : null);
        return WrongLine is null ? arms : [];
    }
}

/// <summary>A planned experiment as typed.</summary>
public sealed record PlanFields
{
    public string? PriceA { get; init; }

    public string? PriceB { get; init; }

    public string? ConversionA { get; init; }

    public string? ConversionB { get; init; }

    public string? VisitorsPerDay { get; init; }

    public int Arms { get; init; } = 2;

    public string? Power { get; init; }

    internal PlanFields OrThoseOf(Scenario scenario, Segment segment)
    {
        var result = scenario.Evaluate().Segments.First(s => s.Id == segment.Id);
        var dearer = Math.Round(result.RevenuePerCustomer * 1.2m, scenario.Currency.Decimals);
        var fewer = segment.Demand is { } demand ? (decimal)demand.Curve().At((double)dearer) : result.Conversion * 0.85m;
        return this with
        {
            PriceA = PriceA ?? Format.Field(result.RevenuePerCustomer),
            PriceB = PriceB ?? Format.Field(dearer),
            ConversionA = ConversionA ?? Format.ShareField(Math.Round(result.Conversion, 4)),
            ConversionB = ConversionB ?? Format.ShareField(Math.Round(fewer, 4)),
            VisitorsPerDay = VisitorsPerDay ?? "100",
            Power = Power ?? "80%",
            Arms = Math.Clamp(Arms, 2, 10),
        };
    }
}

/// <summary>What a planned experiment takes; null parts where the two arms do not differ.</summary>
public sealed record PlanView(
    ExperimentPlan? ByConversion, ExperimentPlan? ByProfit, double VisitorsPerDay, double ConversionEffect, double ProfitEffect)
{
    /// <summary>Null where a field cannot be read.</summary>
    internal static PlanView? Of(PlanFields fields, double unitCost)
    {
        if (!NumberReader.TryRead(fields.PriceA, out var priceA) || !NumberReader.TryRead(fields.PriceB, out var priceB)
            || !NumberReader.TryReadShare(fields.ConversionA, out var conversionA) || !NumberReader.TryReadShare(fields.ConversionB, out var conversionB)
            || !NumberReader.TryRead(fields.VisitorsPerDay, out var visitors) || !NumberReader.TryReadShare(fields.Power, out var power)
            || conversionA is < 0 or > 1 || conversionB is < 0 or > 1 || visitors <= 0 || power is <= 0 or >= 1 || priceA < 0 || priceB < 0)
            return null;
        var design = new ExperimentDesign(power: (double)power, arms: fields.Arms);
        PlannedArm a = new((double)priceA - unitCost, (double)conversionA), b = new((double)priceB - unitCost, (double)conversionB);
        return new PlanView(
            conversionA is > 0 and < 1 && conversionB is > 0 and < 1 ? ExperimentPlan.ForConversion(design, a.Conversion, b.Conversion) : null,
            ExperimentPlan.ForProfit(design, a, b),
            (double)visitors, Math.Abs(a.Conversion - b.Conversion), Math.Abs(a.ProfitPerVisitor - b.ProfitPerVisitor));
    }
}
