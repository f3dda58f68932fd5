using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Accounts;

public static class ChangeDisplayName
{
    public sealed record Command(string? DisplayName) : IPersonRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.DisplayName).IsName();
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = await db.MeAsync(cancellationToken);
            me.DisplayName = request.DisplayName!.Trim();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
