using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Accounts;

public static class OpenAccount
{
    public sealed record Query : IPersonRequest<Result>;

    public sealed record Result(string DisplayName, string Email, bool HasPassword);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var me = await db.MeAsync(cancellationToken);
            return new Result(me.DisplayName, me.Email!, me.PasswordHash is not null);
        }
    }
}
