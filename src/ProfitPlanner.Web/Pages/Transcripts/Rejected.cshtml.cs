using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Transcripts;

/// <summary>What could not be read of a file, and why.</summary>
public sealed class RejectedModel(IMediator mediator, IStringLocalizer<TranscriptTexts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Of the page of the list; 1 is the first.</summary>
    [FromQuery]
    public int Number { get; set; } = 1;

    public ListRejected.Result Listed { get; private set; } = null!;

    /// <summary>What is counted: lines of a text, rows of a sheet, records of a JSON array.</summary>
    public string Counted => Listed.Format switch
    {
        UploadFormat.Workbook => "Row",
        UploadFormat.Table or UploadFormat.ChatLog or UploadFormat.JsonLines => "Line",
        _ => "Record",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Listed = await mediator.Send(new ListRejected.Query(Id, Number), cancellationToken);
        Number = Math.Clamp(Number, 1, Listed.Pages);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        Listed = await mediator.Send(new ListRejected.Query(Id, Page: null), cancellationToken);
        var rows = Listed.Items.Select(item => new[] { item.Line.ToString(CultureInfo.InvariantCulture), texts[$"Reason.{item.Reason}"].Value });
        return File(CsvText.Write([texts[$"Line.{Counted}"], texts["Reason"]], rows), "text/csv; charset=utf-8", "rejected.csv");
    }
}
