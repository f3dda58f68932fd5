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
    public const int Size = 1_000;

    private const int Slices = 50;

    public static async Task<List<Candidate>> Async(PlannerDb db, Guid model, CancellationToken cancellationToken)
    {
        var organisation = db.Tenant.OrganisationId;
        var isMany = (await db.Database.SqlQuery<bool>(
            $"""
            select true as "Value" from turn_intents where organisation_id = {organisation} and model_id = {model}
            order by conversation_id, number offset {Size} limit 1
            """).ToListAsync(cancellationToken)).Count > 0;
        // Ids of conversations are spread evenly, so that slices at random places are a random sample; each is a short read of the key.
        Guid[] places = isMany ? [.. Enumerable.Range(0, Slices).Select(_ => Guid.NewGuid())] : [Guid.Empty];
        var sample = (await db.Database.SqlQuery<Candidate>(
            $"""
            select s.*, exists (select from turn_labels l where l.organisation_id = {organisation} and l.conversation_id = s.conversation_id and l.number = s.number) as is_labelled
            from unnest({places}) as place(id) cross join lateral (
              select conversation_id, number, likeliest, confidence from turn_intents
              where organisation_id = {organisation} and model_id = {model} and conversation_id >= place.id
              order by conversation_id, number limit {Size / places.Length}) s
            """).ToListAsync(cancellationToken)).DistinctBy(candidate => candidate.Key).ToList();
        return isMany && sample.All(candidate => candidate.IsLabelled) ? [.. sample, .. await LeftOverAsync(db, model, cancellationToken)] : sample;
    }

    /// <summary>Turns that one other person has labelled, in an order by chance that stays.</summary>
    public static async Task<IEnumerable<TurnKey>> SecondOpinionsAsync(PlannerDb db, int most, CancellationToken cancellationToken) => (await db.Database.SqlQuery<Place>(
        $"""
        select conversation_id, number from turn_labels where organisation_id = {db.Tenant.OrganisationId}
        group by 1, 2 having count(*) = 1 and bool_and(person_id <> {db.Tenant.PersonId})
        order by md5(conversation_id::text || number) limit {most}
        """).ToListAsync(cancellationToken)).Select(place => new TurnKey(place.ConversationId, place.Number));

    /// <summary>Turns on which people do not agree and that nobody has settled, in an order by chance that stays.</summary>
    public static async Task<IEnumerable<TurnKey>> DisagreementsAsync(PlannerDb db, int most, CancellationToken cancellationToken) => (await db.Database.SqlQuery<Place>(
        $"""
        select conversation_id, number from turn_labels l where organisation_id = {db.Tenant.OrganisationId}
        group by organisation_id, conversation_id, number having min(coalesce(intent, '')) <> max(coalesce(intent, '')) and not exists (
          select from settled_turns s where s.organisation_id = l.organisation_id and s.conversation_id = l.conversation_id and s.number = l.number)
        order by md5(conversation_id::text || number) limit {most}
        """).ToListAsync(cancellationToken)).Select(place => new TurnKey(place.ConversationId, place.Number));

    // So much is labelled that a sample does not find the rest.
    private static Task<List<Candidate>> LeftOverAsync(PlannerDb db, Guid model, CancellationToken cancellationToken) => db.Database.SqlQuery<Candidate>(
        $"""
        select conversation_id, number, likeliest, confidence, false as is_labelled from turn_intents t
        where organisation_id = {db.Tenant.OrganisationId} and model_id = {model} and not exists (
          select from turn_labels l where l.organisation_id = t.organisation_id and l.conversation_id = t.conversation_id and l.number = t.number)
        limit {Size}
        """).ToListAsync(cancellationToken);

    private sealed record Place(Guid ConversationId, int Number);
}
