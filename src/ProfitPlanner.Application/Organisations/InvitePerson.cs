using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Mails somebody a link that makes them a member. A second invitation to an address replaces the first.</summary>
public static class InvitePerson
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(14);

    [Requires(Permission.ManagePeople)]
    public sealed record Command(string? Email, Role Role, CultureInfo Culture) : ITenantRequest<Result>;

    public enum Result
    {
        Invited,
        AlreadyMember,
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Email).IsEmail();
            RuleFor(x => x.Role).IsInEnum().WithErrorCode("Missing");
        }
    }

    internal sealed class Handler(
        PlannerDb db, UserManager<Person> people, MailQueue mails, IMailLinks links, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var members = await db.MembersToChangeAsync(Permission.ManagePeople, cancellationToken);
            var email = request.Email!.Trim();
            if (await people.FindByEmailAsync(email) is { } person && members.Any(m => m.PersonId == person.Id))
                return Result.AlreadyMember;

            foreach (var earlier in await db.Invitations.Where(i => i.AcceptedBy == null).ToListAsync(cancellationToken))
            {
                if (people.NormalizeEmail(earlier.Email) == people.NormalizeEmail(email))
                    db.Remove(earlier);
            }

            var token = SecretToken.New();
            var now = time.GetUtcNow();
            db.Add(new Invitation
            {
                OrganisationId = db.Tenant.OrganisationId,
                Email = email,
                Role = request.Role,
                TokenHash = SecretToken.HashOf(token),
                InvitedBy = db.Tenant.PersonId,
                CreatedAt = now,
                ExpiresAt = now + ValidFor,
            });
            var organisation = await db.Organisations.SingleAsync(o => o.OrganisationId == db.Tenant.OrganisationId, cancellationToken);
            var me = await db.MeAsync(cancellationToken);
            mails.Add(email, "Invitation", request.Culture, me.DisplayName, organisation.Name, links.Invitation(token), ValidFor.Days);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Invited;
        }
    }
}
