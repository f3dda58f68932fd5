using System.Reflection;
using MediatR;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Pipeline;

/// <summary>
/// Opens the transaction of a use case and enters the tenant it is for; commits when the handler returns, rolls back
/// when it throws. A handler never does any of the three.
/// </summary>
internal sealed class RunInTransaction<TRequest, TResponse>(PlannerDb db, IActor actor) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly Permission? Required = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EnterAsync(request, cancellationToken);
        var response = await next();
        await transaction.CommitAsync(cancellationToken);
        return response;
    }

    private async Task EnterAsync(TRequest request, CancellationToken cancellationToken)
    {
        if (request is IAnonymousRequest<TResponse>)
            return;

        var personId = actor.PersonId ?? throw new NotSignedInException();
        if (request is IPersonRequest<TResponse>)
        {
            await db.EnterAsync(personId, cancellationToken);
            return;
        }

        // Everything else is a tenant's: a request that declares nothing gets the strictest treatment.
        var required = Required ?? throw new InvalidOperationException($"{typeof(TRequest)} lacks [Requires].");
        if (actor.Organisation is not { } slug || !await db.EnterAsync(personId, slug, cancellationToken))
            throw new NotFoundException();
        if (!db.Tenant.Role.May(required))
            throw new ForbiddenException();
    }
}
