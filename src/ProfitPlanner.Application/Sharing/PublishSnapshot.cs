using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Shows under a link what was chosen as it stands now; earlier snapshots are kept as they are.</summary>
public static class PublishSnapshot
{
    [Requires(Permission.ShareDashboards)]
    public sealed record Command(Guid Id, ShareChoice Choice) : ITenantRequest<Result>;

    public sealed record Result(int Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IValidator<ShareChoice> choice) => RuleFor(x => x.Choice).NotNull().SetValidator(choice);
    }

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            // The simulations take their time; viewers, whose visits are counted in the link's row, do not wait for them.
            var before = await db.ShareLinks.AsNoTracking().SingleOrDefaultAsync(each => each.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            var content = await FreezeDashboard.RunAsync(db, corrections, time, before, request.Choice, cancellationToken);
            var link = await db.ValidLinkToChangeAsync(request.Id, cancellationToken);
            db.Publish(link, content with { Title = link.Name, Version = link.LatestSnapshot + 1 });
            await db.SaveChangesAsync(cancellationToken);
            return new Result(link.LatestSnapshot);
        }
    }
}
