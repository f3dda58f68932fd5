using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.ProfitModel;

namespace ProfitPlanner.Application.Sharing;

/// <summary>The dashboards that are shared with the confirmed address of a person, by whichever organisation.</summary>
public static class ListPortfolio
{
    public sealed record Query : IPersonRequest<Result>;

    /// <param name="IsConfirmed">Whether the person's address is: without, nothing is shown.</param>
    /// <param name="Dashboards">Latest first.</param>
    public sealed record Result(bool IsConfirmed, IReadOnlyList<Dashboard> Dashboards);

    /// <param name="Token">Opens it for this person alone.</param>
    /// <param name="HasNews">Whether a snapshot was published since the person last looked.</param>
    public sealed record Dashboard(
        string Token, string Name, string Organisation, DateTimeOffset AsOf, int Version, DateTimeOffset ExpiresAt, bool HasNews, Currency Currency,
        double ExpectedProfit, double? ProbabilityOfProfit, double? RunwayMonths);

    internal sealed class Handler(PlannerDb db, ShareSeal seal, UserManager<Person> people, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var me = await db.MeAsync(cancellationToken);
            if (!await people.IsEmailConfirmedAsync(me))
                return new Result(false, []);
            var (email, now) = (ShareQueries.Plain(me.Email!), time.GetUtcNow());
            var found = await db.Database.SqlQuery<Found>($"select organisation_id, id from find_shared_with({email}, {now})").ToListAsync(cancellationToken);
            var dashboards = new List<Dashboard>();
            foreach (var organisation in found.GroupBy(link => link.OrganisationId))
            {
                await db.EnterOrganisationAsync(organisation.Key, Role.Viewer, cancellationToken);
                var ids = organisation.Select(link => link.Id).ToArray();
                var rows = await (
                    from link in db.ShareLinks
                    where ids.Contains(link.Id)
                    join snapshot in db.ShareSnapshots on new { link.Id, Number = link.LatestSnapshot } equals new { Id = snapshot.LinkId, snapshot.Number }
                    let seen = db.ShareVisits.Any(v => v.LinkId == link.Id && v.Snapshot == link.LatestSnapshot
                        && db.ShareVisitors.Any(visitor => visitor.Id == v.VisitorId && visitor.Email == email))
                    select new { link.Id, link.Name, link.ExpiresAt, snapshot.Content, Seen = seen }).ToListAsync(cancellationToken);
                dashboards.AddRange(rows.Select(row =>
                {
                    var content = DashboardContent.Read(row.Content);
                    var first = content.Scenarios[0];
                    return new Dashboard(
                        seal.Seal(organisation.Key, row.Id, me.Id), row.Name, content.Organisation, content.AsOf, content.Version, row.ExpiresAt, !row.Seen,
                        first.Scenario.Currency, first.Results.ExpectedProfit, first.Results.Simulation?.ProbabilityOfProfit,
                        first.Results.Projection.Summary.RunwayMonths);
                }));
            }
            return new Result(true, [.. dashboards.OrderByDescending(dashboard => dashboard.AsOf)]);
        }

        private sealed record Found(Guid OrganisationId, Guid Id);
    }
}
