using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Makes whoever confirmed the invited address a member. Accepting twice is harmless.</summary>
public static class AcceptInvitation
{
    public sealed record Command(string Token) : IPersonRequest<Result>;

    public abstract record Result
    {
        public sealed record Joined(string Slug) : Result;

        /// <summary>The account has another address than the invited one, or has not confirmed it.</summary>
        public sealed record OtherAddress : Result;
    }

    internal sealed class Handler(PlannerDb db, UserManager<Person> people, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = await db.MeAsync(cancellationToken);
            var now = time.GetUtcNow();
            var invitation = await db.OpenInvitationAsync(request.Token, me.Id, now, cancellationToken);
            var isMember = await db.Memberships.AnyAsync(m => m.OrganisationId == invitation.OrganisationId && m.PersonId == me.Id, cancellationToken);
            if (people.HasAddressOf(me, invitation))
                invitation.AcceptedBy = me.Id;
            else if (!isMember)
                return new Result.OtherAddress();
            if (!isMember)
                db.Add(new Membership { OrganisationId = invitation.OrganisationId, PersonId = me.Id, Role = invitation.Role, JoinedAt = now });
            await db.SaveChangesAsync(cancellationToken);
            var organisation = await db.Organisations.SingleAsync(o => o.OrganisationId == invitation.OrganisationId, cancellationToken);
            return new Result.Joined(organisation.Slug);
        }
    }
}
