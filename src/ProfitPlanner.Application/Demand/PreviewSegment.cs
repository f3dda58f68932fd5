using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

/// <summary>How many conversations a segment would have that is being drawn.</summary>
public static class PreviewSegment
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(DrawnRule Rule) : ITenantRequest<Result>;

    public sealed record Result(long Conversations, long All);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(x => x.Rule).IsRule();
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var model = await db.CurrentModelAsync(cancellationToken);
            return new(
                await SegmentMembers.CountAsync(db, request.Rule, model?.Id ?? Guid.Empty, cancellationToken),
                await db.Conversations.LongCountAsync(cancellationToken));
        }
    }
}
