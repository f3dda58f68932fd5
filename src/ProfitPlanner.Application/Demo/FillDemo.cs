using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Demand.Topics;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Demo;

/// <summary>
/// Uploads made-up conversations to the demo organisation, as its founder would, if it never had any, divides its customers
/// by their plan, looks for topics, and shares a dashboard with its viewer. Apart from <see cref="FoundDemo"/>, since masking
/// loads the model and freezing simulates: nobody waits for that before the first page.
/// </summary>
public static class FillDemo
{
    private const string File = "demo-conversations.csv";

    public sealed record Command : IAnonymousRequest<Unit>;

    internal sealed class Handler(
        PlannerDb db, DemoSwitch demo, IRequestHandler<LookAtFile.Command, LookAtFile.Result> look, IRequestHandler<ConfirmUpload.Command, ConfirmUpload.Result> confirm,
        IRequestHandler<ImportPart.Command, UploadStatus> import, IRequestHandler<DivideByAttribute.Command, DivideByAttribute.Result> divide,
        IRequestHandler<SearchTopics.Command, Guid> search, ShareCorrections corrections, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!demo.IsOn)
                throw new NotFoundException();
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('demo organisation', 0))", cancellationToken);
            var founder = await db.People.Where(p => p.Email == DemoOrganisation.People[0].Email).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException();
            await db.EnterAsync(founder, cancellationToken);
            if (await db.Memberships.OrderBy(m => m.JoinedAt).FirstOrDefaultAsync(m => m.PersonId == founder, cancellationToken) is not { } membership)
                return Unit.Value;
            await db.EnterOrganisationAsync(membership.OrganisationId, membership.Role, cancellationToken);
            // Also one that was deleted leaves its model behind: what somebody deletes stays deleted.
            if (!await db.Uploads.AnyAsync(cancellationToken) && !await db.IntentModels.AnyAsync(cancellationToken))
                await UploadAsync(cancellationToken);
            if (!await db.ShareLinks.AnyAsync(cancellationToken))
                await ShareAsync(cancellationToken);
            return Unit.Value;
        }

        // Its viewer opens it from the portfolio: nobody has its address.
        private async Task ShareAsync(CancellationToken cancellationToken)
        {
            if (await db.Scenarios.Where(s => s.DeletedAt == null).OrderByDescending(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken) is not { } scenario)
                return;
            var now = time.GetUtcNow();
            var link = new ShareLink
            {
                OrganisationId = db.Tenant.OrganisationId,
                Name = "Seed round",
                TokenHash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes),
                CreatedBy = db.Tenant.PersonId,
                CreatedAt = now,
                ExpiresAt = now.AddYears(1),
                Emails = [DemoOrganisation.People.Single(person => person.Role == Role.Viewer).Email],
                Culture = "en",
            };
            var choice = new ShareChoice
            {
                Scenarios = [scenario],
                // Nothing has been read of the conversations yet.
                Parts = [.. Enum.GetValues<DashboardPart>().Where(part => part != DashboardPart.Demand)],
                Depth = EvidenceDepth.Reasons,
            };
            var content = await FreezeDashboard.RunAsync(db, corrections, time, link, choice, cancellationToken);
            db.Add(link);
            db.Publish(link, content);
            await db.SaveChangesAsync(cancellationToken);
        }

        // The handlers themselves, not the mediator: they must run in this transaction.
        private async Task UploadAsync(CancellationToken cancellationToken)
        {
            var content = Content();
            var probe = new FileProbe(File, content.Length, content, content.Length);
            if (await look.Handle(new LookAtFile.Command(null, probe, new ReadAs()), cancellationToken) is not LookAtFile.Result.Proposed { Proposal: var proposal })
                throw new InvalidOperationException("The demo's conversations cannot be read.");
            await confirm.Handle(
                new ConfirmUpload.Command(
                    proposal.Id, [.. proposal.Columns.Select(column => column.Role)], proposal.Speakers.ToDictionary(speaker => speaker.Key, speaker => speaker.Speaker),
                    proposal.Others, proposal.Source),
                cancellationToken);
            await import.Handle(new ImportPart.Command(proposal.Id, 0, content), cancellationToken);
            await divide.Handle(new DivideByAttribute.Command("plan", "Others"), cancellationToken);
            await search.Handle(new SearchTopics.Command(), cancellationToken);
        }

        private static byte[] Content()
        {
            using var stream = typeof(FillDemo).Assembly.GetManifestResourceStream(File)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
    }
}
