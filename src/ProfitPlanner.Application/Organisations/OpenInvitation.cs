using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>What an invitation's link shows, to whoever holds it: not the address that it was sent to.</summary>
public static class OpenInvitation
{
    public sealed record Query(string Token) : IAnonymousRequest<Result>;

    public sealed record Result(string Slug, string Organisation, Role Role, string InvitedBy, Standing Standing);

    /// <summary>What the visitor can do about it.</summary>
    public enum Standing
    {
        /// <summary>Sign in first.</summary>
        SignedOut,

        MayAccept,

        /// <summary>Their account has another address, or has not confirmed it.</summary>
        OtherAddress,

        AlreadyMember,
    }

    internal sealed class Handler(PlannerDb db, UserManager<Person> people, IActor actor, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var invitation = await db.OpenInvitationAsync(request.Token, actor.PersonId, time.GetUtcNow(), cancellationToken);
            var organisation = await db.Organisations.SingleAsync(o => o.OrganisationId == invitation.OrganisationId, cancellationToken);
            var inviter = await db.People.Where(p => p.Id == invitation.InvitedBy).Select(p => p.DisplayName).SingleAsync(cancellationToken);
            return new Result(organisation.Slug, organisation.Name, invitation.Role, inviter, await StandingAsync(invitation, cancellationToken));
        }

        private async Task<Standing> StandingAsync(Invitation invitation, CancellationToken cancellationToken)
        {
            if (actor.PersonId is not { } id)
                return Standing.SignedOut;
            if (await db.Memberships.AnyAsync(m => m.OrganisationId == invitation.OrganisationId && m.PersonId == id, cancellationToken))
                return Standing.AlreadyMember;
            return await people.FindByIdAsync(id.ToString()) switch
            {
                null => Standing.SignedOut,
                var person => people.HasAddressOf(person, invitation) ? Standing.MayAccept : Standing.OtherAddress,
            };
        }
    }

    internal static bool HasAddressOf(this UserManager<Person> people, Person person, Invitation invitation) =>
        person.EmailConfirmed && person.NormalizedEmail == people.NormalizeEmail(invitation.Email);
}
