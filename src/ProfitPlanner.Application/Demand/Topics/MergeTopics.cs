using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Makes a topic a part of another: its turns count there, now and after new searches.</summary>
public static class MergeTopics
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id, Guid Into) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Into).NotEqual(x => x.Id);
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.LockTopicsAsync(cancellationToken);
            var topic = await db.WholeTopicAsync(request.Id, cancellationToken);
            var into = await db.WholeTopicAsync(request.Into, cancellationToken);
            await db.KeepAsync(into, cancellationToken);
            foreach (var part in await db.KeepAsync(topic, cancellationToken))
                part.MergedInto = into.Id;
            topic.MergedInto = into.Id;
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
