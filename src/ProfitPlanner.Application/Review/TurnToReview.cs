using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Review;

/// <summary>A customer's turn in its conversation, what the model makes of it, and what people have said of it.</summary>
/// <param name="Lines">The conversation around it, in order.</param>
/// <param name="Proposal">What the model would answer; null where it has not looked at the turn.</param>
/// <param name="Usefulness">Why it is asked about; null where it was named, drawn by chance or is one of a list.</param>
/// <param name="Opinions">What others say where whoever asks has said it too, so that nobody copies.</param>
public sealed record TurnToReview(
    TurnKey Key, IReadOnlyList<TurnToReview.Line> Lines, TurnToReview.ModelProposal? Proposal, Usefulness? Usefulness, IReadOnlyList<TurnToReview.Opinion> Opinions)
{
    private const int Before = 8;
    private const int After = 3;

    /// <summary>Whether models are measured on it and never learn from it: then nothing but chance has picked it.</summary>
    public bool IsHeldOut => HeldOut.Holds(Key.ConversationId);

    /// <param name="IsAsked">Whether it is the turn itself.</param>
    public sealed record Line(int Number, Speaker Speaker, string Text, bool IsAsked);

    /// <param name="Intent">One of the organisation's; null for none of these.</param>
    /// <param name="Confidence">Of the model's most probable label, in [0, 1].</param>
    public sealed record ModelProposal(string? Intent, float Confidence);

    /// <param name="Intent">One of the organisation's; null for none of these.</param>
    public sealed record Opinion(string Person, bool IsMine, string? Intent);

    /// <exception cref="NotFoundException">The organisation has no such turn of a customer.</exception>
    internal static async Task<TurnToReview> ReadAsync(
        PlannerDb db, TurnKey key, Guid? model, OwnIntents own, Usefulness? usefulness, CancellationToken cancellationToken)
    {
        var lines = await db.Turns.AsNoTracking()
            .Where(t => t.ConversationId == key.ConversationId && t.Number >= key.Number - Before && t.Number <= key.Number + After)
            .OrderBy(t => t.Number).Select(t => new Line(t.Number, t.Speaker, t.Text, t.Number == key.Number)).ToListAsync(cancellationToken);
        if (!lines.Any(line => line is { IsAsked: true, Speaker: Speaker.Customer }))
            throw new NotFoundException();
        var given = await db.TurnIntents.Where(t => t.ModelId == model && t.ConversationId == key.ConversationId && t.Number == key.Number)
            .Select(t => new { t.Intent, t.Confidence }).SingleOrDefaultAsync(cancellationToken);
        var opinions = await db.TurnLabels.Where(l => l.ConversationId == key.ConversationId && l.Number == key.Number)
            .Join(db.People, l => l.PersonId, p => p.Id, (l, p) => new { p.DisplayName, p.Id, l.Intent }).OrderBy(o => o.DisplayName)
            .Select(o => new Opinion(o.DisplayName, o.Id == db.Tenant.PersonId, o.Intent)).ToListAsync(cancellationToken);
        // Whoever sees what another said does not give a second opinion; once two have spoken, it is open.
        var isOpen = opinions.Count > 1 || opinions.Any(opinion => opinion.IsMine);
        return new TurnToReview(key, lines, given is null ? null : new ModelProposal(own.Of(given.Intent), given.Confidence), usefulness, isOpen ? opinions : []);
    }
}
