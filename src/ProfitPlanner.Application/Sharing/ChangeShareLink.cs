using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Sharing;

/// <summary>
/// Changes all of a link but what it shows. Its address is not mailed to those who are new on the list: nobody knows it
/// any more but whom it was given to.
/// </summary>
public static class ChangeShareLink
{
    /// <param name="RemovesPasscode">Whether none is asked for from now on, unless the settings bring a new one.</param>
    [Requires(Permission.ShareDashboards)]
    public sealed record Command(Guid Id, ShareSettings Settings, bool RemovesPasscode) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IValidator<ShareSettings> settings) => RuleFor(x => x.Settings).NotNull().SetValidator(settings);
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var link = await db.ValidLinkToChangeAsync(request.Id, cancellationToken);
            var (passcode, emails) = (link.PasscodeHash, link.Emails.Order());
            if (request.RemovesPasscode)
                link.PasscodeHash = null;
            request.Settings.ApplyTo(link);
            if (link.PasscodeHash != passcode || !emails.SequenceEqual(link.Emails.Order()))
                link.DoorChangedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
