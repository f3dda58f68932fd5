using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

/// <summary>A segment by conditions that somebody writes.</summary>
public static class DrawSegment
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(string? Name, DrawnRule Rule) : ITenantRequest<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Name).IsSegmentName();
            RuleFor(x => x.Rule).IsRule();
        }
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var segment = new DemandSegment
            {
                OrganisationId = db.Tenant.OrganisationId,
                Name = request.Name!.Trim(),
                Kind = SegmentKind.Drawn,
                Rule = request.Rule.Write(),
                CreatedAt = time.GetUtcNow(),
            };
            db.Add(segment);
            await db.SaveChangesAsync(cancellationToken);
            await RefreshSegments.RunAsync(db, [segment], cancellationToken);
            return segment.Id;
        }
    }
}
