using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Review;

/// <summary>
/// Turns that may be asked about next. All of them where there are few; else a sample of a fixed size, so that it takes
/// as long in a million turns as in ten thousand. See docs/review.md, "How the next turn is found".
/// </summary>
internal static class ReviewSample
{
    /// <summary>The most turns that are looked at for one question.</summary>
    public const int Size = 2_000;

    private const int Slices = 100;

    public static async Task<List<Candidate>> Async(PlannerDb db, Guid model, ReviewFilter filter, CancellationToken cancellationToken) => filter switch
    {
        ReviewFilter.SecondOpinion => await SecondOpinionsAsync(db, model, cancellationToken),
        ReviewFilter.Disagreement => await DisagreementsAsync(db, model, cancellationToken),
        _ => await NewAsync(db, model, cancellationToken),
    };

    private static async Task<List<Candidate>> NewAsync(PlannerDb db, Guid model, CancellationToken cancellationToken)
    {
        var organisation = db.Tenant.OrganisationId;
        var all = await db.Database.SqlQuery<Candidate>(
            $"""
            select conversation_id, number, intent, likeliest, confidence, alternative from turn_intents t
            where organisation_id = {organisation} and model_id = {model} and not exists (
              select from turn_labels l where l.organisation_id = t.organisation_id and l.conversation_id = t.conversation_id and l.number = t.number)
            order by conversation_id, number limit {Size}
            """).ToListAsync(cancellationToken);
        if (all.Count < Size)
            return all;

        // Ids of conversations are spread evenly, so that slices at random places are a random sample; each is a short read of the key.
        var pivots = Enumerable.Range(0, Slices).Select(_ => Guid.NewGuid()).ToArray();
        var sample = await db.Database.SqlQuery<Candidate>(
            $"""
            select s.* from unnest({pivots}) as place(pivot) cross join lateral (
              select conversation_id, number, intent, likeliest, confidence, alternative from turn_intents t
              where organisation_id = {organisation} and model_id = {model} and conversation_id >= place.pivot and not exists (
                select from turn_labels l where l.organisation_id = t.organisation_id and l.conversation_id = t.conversation_id and l.number = t.number)
              order by conversation_id, number limit {Size / Slices}) s
            """).ToListAsync(cancellationToken);
        return [.. sample.DistinctBy(candidate => candidate.Key)];
    }

    // Labels are few beside turns: these go by them.
    private static Task<List<Candidate>> SecondOpinionsAsync(PlannerDb db, Guid model, CancellationToken cancellationToken) => db.Database.SqlQuery<Candidate>(
        $"""
        select t.conversation_id, t.number, t.intent, t.likeliest, t.confidence, t.alternative
        from (select organisation_id, conversation_id, number from turn_labels where organisation_id = {db.Tenant.OrganisationId}
          group by 1, 2, 3 having count(*) = 1 and count(*) filter (where person_id = {db.Tenant.PersonId}) = 0) l
        join turn_intents t on t.organisation_id = l.organisation_id and t.model_id = {model} and t.conversation_id = l.conversation_id and t.number = l.number
        order by md5(t.conversation_id::text || t.number) limit {Size}
        """).ToListAsync(cancellationToken);

    private static Task<List<Candidate>> DisagreementsAsync(PlannerDb db, Guid model, CancellationToken cancellationToken) => db.Database.SqlQuery<Candidate>(
        $"""
        select t.conversation_id, t.number, t.intent, t.likeliest, t.confidence, t.alternative
        from (select organisation_id, conversation_id, number from turn_labels where organisation_id = {db.Tenant.OrganisationId}
          group by 1, 2, 3 having count(distinct coalesce(intent, '')) > 1) l
        join turn_intents t on t.organisation_id = l.organisation_id and t.model_id = {model} and t.conversation_id = l.conversation_id and t.number = l.number
        where not exists (
          select from settled_turns s where s.organisation_id = l.organisation_id and s.conversation_id = l.conversation_id and s.number = l.number)
        order by md5(t.conversation_id::text || t.number) limit {Size}
        """).ToListAsync(cancellationToken);
}
