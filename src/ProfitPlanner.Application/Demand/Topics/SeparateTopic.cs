using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Takes back what was merged into a topic: its parts stand for themselves again.</summary>
public static class SeparateTopic
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.LockTopicsAsync(cancellationToken);
            var topic = await db.WholeTopicAsync(request.Id, cancellationToken);
            foreach (var part in await db.KeepAsync(topic, cancellationToken))
                part.MergedInto = null;
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
