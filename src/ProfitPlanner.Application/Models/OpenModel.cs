using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Intents.Taxonomy;

namespace ProfitPlanner.Application.Models;

/// <summary>What was measured of a model, beside the one that was current when it was trained.</summary>
public static class OpenModel
{
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id) : ITenantRequest<Result>;

    /// <param name="Figures">Null where nothing was measured.</param>
    /// <param name="Names">Of intents, by their key; one that is there no more keeps its key.</param>
    public sealed record Result(Guid Id, int Number, bool IsShipped, bool IsReady, bool IsCurrent, ModelFigures? Figures, IReadOnlyDictionary<string, string> Names, bool MayUse);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var model = await db.IntentModels.Where(m => m.Id == request.Id)
                .Select(m => new { m.Id, m.Number, m.CreatedBy, m.State, m.IsCurrent, m.Figures }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException();
            var names = await db.DefinedIntents.ToDictionaryAsync(i => i.Key, i => i.Name, cancellationToken);
            return new Result(
                model.Id, model.Number, model.CreatedBy is null, model.State == ModelState.Ready, model.IsCurrent,
                model.Figures is null ? null : ModelFigures.Read(model.Figures), names, db.Tenant.Role.May(Permission.WorkWithTranscripts));
        }
    }
}
