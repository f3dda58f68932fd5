using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Models;

/// <summary>What a model says of every customer turn as CSV, with the masked text.</summary>
public static class ExportPredictions
{
    private static readonly string[] Columns = ["conversation", "turn", "at", "text", "intent", "likeliest", "confidence", "alternative", "sentiment"];

    /// <param name="Id">Of the model.</param>
    /// <param name="To">Is written to, and stays open.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Guid Id, Stream To) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Unit>
    {
        public async Task<Unit> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.IntentModels.AnyAsync(m => m.Id == request.Id, cancellationToken))
                throw new NotFoundException();
            var rows = db.TurnIntents.AsNoTracking().Where(i => i.ModelId == request.Id).OrderBy(i => i.ConversationId).ThenBy(i => i.Number)
                .Join(db.Turns, i => new { i.ConversationId, i.Number }, t => new { t.ConversationId, t.Number }, (i, t) => new { i, t.Text, t.At });
            await CsvText.WriteAsync(request.To, Columns, rows.AsAsyncEnumerable(), row =>
            [
                row.i.ConversationId.ToString(), CsvText.Number(row.i.Number), CsvText.Time(row.At), row.Text, row.i.Intent ?? "none", row.i.Likeliest,
                CsvText.Number(row.i.Confidence), row.i.Alternative, CsvText.Number(row.i.Sentiment),
            ], cancellationToken);
            return Unit.Value;
        }
    }
}
