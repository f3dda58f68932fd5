using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Sharing;

namespace ProfitPlanner.Application.Sharing;

/// <summary>A viewer's question or remark about a number reaches the founder: all that a viewer can write.</summary>
public static class WriteNote
{
    // A visitor has much to ask, a machine more.
    private const int MostNotes = 50;

    /// <param name="Scenario">Which of the dashboard's, from 0.</param>
    /// <param name="Figure">Name of a number or a picture on the page; null for the whole.</param>
    public sealed record Command(string Token, string? Key, int Scenario, string? Figure, string? Text) : IAnonymousRequest<Result>;

    public enum Result
    {
        Written,
        TooMany,
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Text).NotEmpty().WithErrorCode("Missing").MaximumLength(ShareNote.LongestText).WithErrorCode("TooLong");
            RuleFor(x => x.Figure).MaximumLength(100).Matches("^[A-Za-z0-9-]*$");
        }
    }

    internal sealed class Handler(PlannerDb db, ShareSeal seal, UserManager<Person> people, MailQueue mails, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            if (await db.EnterShareAsync(request.Token, seal, now, cancellationToken) is not { } link
                || await db.AdmittedAsync(link, request.Key, cancellationToken) is not { } visitor)
                throw new NotFoundException();
            if (await db.ShareNotes.CountAsync(n => n.VisitorId == visitor.Id, cancellationToken) >= MostNotes)
                return Result.TooMany;
            var text = request.Text!.Trim();
            db.Add(new ShareNote
            {
                OrganisationId = link.OrganisationId,
                LinkId = link.Id,
                VisitorId = visitor.Id,
                Snapshot = link.LatestSnapshot,
                Scenario = request.Scenario,
                Figure = string.IsNullOrEmpty(request.Figure) ? null : request.Figure,
                Text = text,
                WrittenAt = now,
            });
            if (await people.FindByIdAsync(link.CreatedBy.ToString()) is { } founder)
                mails.Add(founder.Email!, "Note", CultureInfo.GetCultureInfo(link.Culture), link.Name, visitor.Email ?? "–", text);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Written;
        }
    }
}
