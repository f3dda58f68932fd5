using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

/// <summary>Makes a segment of each frequent value of an attribute, and one of all others.</summary>
public static class DivideByAttribute
{
    /// <summary>More than these are too narrow to read on one page.</summary>
    public const int MostValues = 8;

    /// <param name="OthersName">What the segment of all other values is called, in the reader's language.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(string Attribute, string OthersName) : ITenantRequest<Result>;

    /// <param name="Set">Null where no conversation has the attribute.</param>
    public sealed record Result(Guid? Set);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Attribute).NotEmpty().MaximumLength(SegmentRules.Length).HasNoNul();
            RuleFor(x => x.OthersName).NotEmpty().MaximumLength(SegmentRules.Length);
        }
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var values = await db.Database.SqlQuery<string>(
                $"""
                select c.attributes ->> {request.Attribute} as "Value" from conversations c
                where c.attributes ->> {request.Attribute} <> ''
                group by 1 order by count(*) desc, 1 limit {MostValues + 1}
                """).ToListAsync(cancellationToken);
            if (values.Count == 0)
                return new(null);

            var set = Guid.CreateVersion7();
            var frequent = values.Count > MostValues ? values[..(MostValues - 1)] : values;
            List<DemandSegment> segments = [.. frequent.Select((value, i) => Segment(new AttributeRule(set, i, request.Attribute, value, []), value))];
            if (frequent.Count < values.Count)
                segments.Add(Segment(new AttributeRule(set, frequent.Count, request.Attribute, null, frequent), request.OthersName));
            db.AddRange(segments);
            await db.SaveChangesAsync(cancellationToken);
            await RefreshSegments.RunAsync(db, segments, cancellationToken);
            return new(set);
        }

        private DemandSegment Segment(SegmentRule rule, string name) => new()
        {
            OrganisationId = db.Tenant.OrganisationId,
            Name = name.CutTo(SegmentRules.Length),
            Kind = SegmentKind.Attribute,
            Rule = rule.Write(),
            CreatedAt = time.GetUtcNow(),
        };
    }
}
