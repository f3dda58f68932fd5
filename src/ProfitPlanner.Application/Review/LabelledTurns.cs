using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Review;

/// <summary>What people have found turns to be about, one answer a turn.</summary>
/// <param name="Turns">Those with an answer: what was settled, else what all or most of those who labelled it say.</param>
/// <param name="Undecided">Turns on which they are even.</param>
internal sealed record LabelledTurns(IReadOnlyList<LabelledTurn> Turns, int Undecided);

/// <param name="Intent">Key of a defined intent; null for none of these.</param>
internal sealed record LabelledTurn(TurnKey Key, string? Intent);

internal static class LabelQueries
{
    public static async Task<LabelledTurns> LabelledTurnsAsync(this PlannerDb db, CancellationToken cancellationToken)
    {
        var labels = await db.TurnLabels.Select(l => new { l.ConversationId, l.Number, l.Intent }).ToListAsync(cancellationToken);
        var settled = await db.SettledTurns.ToDictionaryAsync(s => new TurnKey(s.ConversationId, s.Number), s => s.Intent, cancellationToken);
        var turns = new List<LabelledTurn>();
        var undecided = 0;
        foreach (var turn in labels.GroupBy(label => new TurnKey(label.ConversationId, label.Number)))
        {
            // None of these has a vote, too, and a dictionary takes no null.
            var votes = turn.CountBy(label => label.Intent ?? "").OrderByDescending(vote => vote.Value).ToList();
            if (settled.TryGetValue(turn.Key, out var final))
                turns.Add(new LabelledTurn(turn.Key, final));
            else if (votes.Count == 1 || votes[0].Value > votes[1].Value)
                turns.Add(new LabelledTurn(turn.Key, votes[0].Key.Length == 0 ? null : votes[0].Key));
            else
                undecided++;
        }
        return new LabelledTurns(turns, undecided);
    }
}
