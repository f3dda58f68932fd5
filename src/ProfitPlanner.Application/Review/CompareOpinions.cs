using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Review;

/// <summary>How far people agree who have labelled the same turns, and on which of them they do not.</summary>
public static class CompareOpinions
{
    private const int MostDisagreements = 100;

    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query : ITenantRequest<Result>;

    /// <param name="Pairs">Of people, those with most turns in common first.</param>
    /// <param name="Disagreements">Unsettled ones, at most a hundred.</param>
    public sealed record Result(IReadOnlyList<Pair> Pairs, IReadOnlyList<Disagreement> Disagreements);

    /// <param name="Agreement">Cohen's kappa with its interval; not a number where both have given one label alone.</param>
    public sealed record Pair(string First, string Second, Agreement Agreement);

    /// <param name="Labels">Who says what; a null intent is none of these.</param>
    public sealed record Disagreement(TurnKey Turn, string Text, IReadOnlyList<Said> Labels);

    /// <param name="Intent">What the intent is called; null for none of these.</param>
    public sealed record Said(string Person, string? Intent);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var cells = await db.TurnLabels
                .Join(db.TurnLabels, a => new { a.ConversationId, a.Number }, b => new { b.ConversationId, b.Number }, (a, b) => new { a, b })
                .Where(x => x.a.PersonId.CompareTo(x.b.PersonId) < 0)
                .GroupBy(x => new { First = x.a.PersonId, Second = x.b.PersonId, FirstIntent = x.a.Intent ?? "", SecondIntent = x.b.Intent ?? "" })
                .Select(cell => new { cell.Key.First, cell.Key.Second, cell.Key.FirstIntent, cell.Key.SecondIntent, Turns = cell.Count() })
                .ToListAsync(cancellationToken);
            var people = cells.SelectMany(cell => new[] { cell.First, cell.Second }).ToHashSet();
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, cancellationToken);
            var pairs = cells.GroupBy(cell => (cell.First, cell.Second))
                .Select(pair => new Pair(names[pair.Key.First], names[pair.Key.Second],
                    CohensKappa.Of([.. pair.SelectMany(cell => Enumerable.Repeat((cell.FirstIntent, cell.SecondIntent), cell.Turns))])))
                .OrderByDescending(pair => pair.Agreement.Items).ThenBy(pair => pair.First, StringComparer.CurrentCulture);
            return new Result([.. pairs], await DisagreementsAsync(cancellationToken));
        }

        private async Task<IReadOnlyList<Disagreement>> DisagreementsAsync(CancellationToken cancellationToken)
        {
            var rows = await db.Database.SqlQuery<Row>(
                $"""
                select d.conversation_id, d.number, t.text as content, p.display_name as person, i.name as intent
                from (select conversation_id, number from turn_labels l where organisation_id = {db.Tenant.OrganisationId} and not exists (
                    select from settled_turns s where s.organisation_id = l.organisation_id and s.conversation_id = l.conversation_id and s.number = l.number)
                  group by 1, 2 having count(distinct coalesce(intent, '')) > 1 order by max(labelled_at) desc limit {MostDisagreements}) d
                join turns t on t.organisation_id = {db.Tenant.OrganisationId} and t.conversation_id = d.conversation_id and t.number = d.number
                join turn_labels l on l.organisation_id = {db.Tenant.OrganisationId} and l.conversation_id = d.conversation_id and l.number = d.number
                join accounts.people p on p.id = l.person_id
                left join defined_intents i on i.organisation_id = {db.Tenant.OrganisationId} and i.key = l.intent
                order by d.conversation_id, d.number, p.display_name
                """).ToListAsync(cancellationToken);
            return
            [
                .. rows.GroupBy(row => new TurnKey(row.ConversationId, row.Number))
                    .Select(turn => new Disagreement(turn.Key, turn.First().Content, [.. turn.Select(row => new Said(row.Person, row.Intent))])),
            ];
        }

        private sealed record Row(Guid ConversationId, int Number, string Content, string Person, string? Intent);
    }
}
