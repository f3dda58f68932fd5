using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>Every label of every person as CSV, with the masked text.</summary>
public static class ExportLabels
{
    private static readonly string[] Columns = ["conversation", "turn", "text", "intent", "person", "labelled_at", "settled_intent", "part"];

    /// <param name="To">Is written to, and stays open.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Stream To) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Unit>
    {
        public async Task<Unit> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = db.TurnLabels.OrderBy(l => l.ConversationId).ThenBy(l => l.Number).ThenBy(l => l.LabelledAt)
                .Join(db.Turns, l => new { l.ConversationId, l.Number }, t => new { t.ConversationId, t.Number }, (l, t) => new { l, t.Text })
                .Join(db.People, x => x.l.PersonId, p => p.Id, (x, p) => new
                {
                    x.l,
                    x.Text,
                    p.DisplayName,
                    Settled = db.SettledTurns.Where(s => s.ConversationId == x.l.ConversationId && s.Number == x.l.Number).Select(s => s.Intent ?? "none").SingleOrDefault(),
                });
            await CsvText.WriteAsync(request.To, Columns, rows.AsAsyncEnumerable(), row =>
            [
                row.l.ConversationId.ToString(), CsvText.Number(row.l.Number), row.Text, row.l.Intent ?? "none", row.DisplayName,
                CsvText.Time(row.l.LabelledAt), row.Settled, HeldOut.Holds(row.l.ConversationId) ? "held_out" : "training",
            ], cancellationToken);
            return Unit.Value;
        }
    }
}
