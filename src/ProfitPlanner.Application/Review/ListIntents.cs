using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>The organisation's intents in their order, and how much of each has been labelled.</summary>
public static class ListIntents
{
    [Requires(Permission.Read)]
    public sealed record Query : ITenantRequest<Result>;

    /// <param name="MayChange">Whether whoever asks may define intents, label and train.</param>
    /// <param name="NoneOfThese">Turns that are labelled as none of the intents.</param>
    /// <param name="Undecided">Turns that people label differently and nobody has settled: nothing is learned from them.</param>
    public sealed record Result(IReadOnlyList<Item> Intents, int NoneOfThese, int Undecided, bool MayChange);

    /// <param name="Examples">For those who may read what customers write.</param>
    /// <param name="Turns">Labelled turns that have it.</param>
    public sealed record Item(string Key, string Name, string Description, IReadOnlyList<string> Examples, int Place, int Turns);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var mayChange = db.Tenant.Role.May(Permission.WorkWithTranscripts);
            var labelled = await db.LabelledTurnsAsync(cancellationToken);
            var turns = labelled.Turns.CountBy(turn => turn.Intent ?? "").ToDictionary();
            var intents = await db.DefinedIntents.AsNoTracking().OrderBy(intent => intent.Place).ToListAsync(cancellationToken);
            return new Result(
                [.. intents.Select(i => new Item(i.Key, i.Name, i.Description, mayChange ? i.Examples : [], i.Place, turns.GetValueOrDefault(i.Key)))],
                turns.GetValueOrDefault(""), labelled.Undecided, mayChange);
        }
    }
}
