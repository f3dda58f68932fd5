using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Sharing;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Makes a link with its first snapshot, and mails its address to those who may open it.</summary>
public static class CreateShareLink
{
    [Requires(Permission.ShareDashboards)]
    public sealed record Command(ShareSettings Settings, ShareChoice Choice) : ITenantRequest<Result>;

    /// <param name="Address">Where the dashboard is: to be had now and never again, for only the token's hash is kept.</param>
    public sealed record Result(Guid Id, string Token, Uri Address);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IValidator<ShareSettings> settings, IValidator<ShareChoice> choice)
        {
            RuleFor(x => x.Settings).NotNull().SetValidator(settings);
            RuleFor(x => x.Choice).NotNull().SetValidator(choice);
        }
    }

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections, MailQueue mails, IMailLinks links, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var token = SecretToken.New();
            var link = new ShareLink
            {
                OrganisationId = db.Tenant.OrganisationId,
                Name = request.Settings.Name!,
                TokenHash = SecretToken.HashOf(token),
                CreatedBy = db.Tenant.PersonId,
                CreatedAt = time.GetUtcNow(),
                ExpiresAt = request.Settings.ExpiresAt,
                Culture = request.Settings.Culture.Name,
            };
            request.Settings.ApplyTo(link);
            var content = await FreezeDashboard.RunAsync(db, corrections, time, link, request.Choice, cancellationToken);
            db.Add(link);
            db.Publish(link, content);

            var address = links.Share(token);
            var me = await db.MeAsync(cancellationToken);
            foreach (var email in link.Emails)
                mails.Add(email, "Share", request.Settings.Culture, me.DisplayName, content.Organisation, link.Name, address, request.Settings.Until);
            await db.SaveChangesAsync(cancellationToken);
            return new Result(link.Id, token, address);
        }
    }
}
