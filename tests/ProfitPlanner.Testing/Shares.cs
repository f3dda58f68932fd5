using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Testing;

/// <summary>A share link, by the token of its address.</summary>
public sealed record GivenShare(Guid Id, string Token)
{
    public string Address => $"/s/{Token}";
}

public static class Shares
{
    /// <summary>A link with one snapshot of scenarios.</summary>
    /// <param name="change">Sets what the link asks for.</param>
    /// <param name="arrange">Changes what is published.</param>
    public static async Task<GivenShare> GivenShareAsync(
        this Planner planner, GivenOrganisation organisation, IReadOnlyList<Scenario> scenarios, Action<ShareLink>? change = null,
        Func<DashboardContent, DashboardContent>? arrange = null)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = planner.Get<TimeProvider>().GetUtcNow();
        var link = new ShareLink
        {
            OrganisationId = organisation.Id,
            Name = "Seed round",
            TokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(token)),
            CreatedBy = organisation.Owner.Id,
            CreatedAt = now,
            ExpiresAt = now.AddDays(30),
            Culture = "en",
        };
        change?.Invoke(link);
        await using var db = planner.Database.AsOwner();
        db.Add(link);
        await db.SaveChangesAsync();
        var share = new GivenShare(link.Id, token);
        await planner.GivenSnapshotAsync(organisation, share, scenarios, arrange);
        return share;
    }

    /// <summary>Puts a passcode before the link.</summary>
    public static void AsksFor(this ShareLink link, string passcode) => link.PasscodeHash = Passcodes.HashOf(passcode);

    /// <summary>A later snapshot under the same link.</summary>
    public static async Task GivenSnapshotAsync(
        this Planner planner, GivenOrganisation organisation, GivenShare share, IReadOnlyList<Scenario> scenarios,
        Func<DashboardContent, DashboardContent>? arrange = null)
    {
        var now = planner.Get<TimeProvider>().GetUtcNow();
        await using var db = planner.Database.AsOwner();
        var link = await db.ShareLinks.IgnoreQueryFilters().SingleAsync(l => l.Id == share.Id);
        link.LatestSnapshot++;
        var content = new DashboardContent
        {
            Title = link.Name,
            Organisation = organisation.Name,
            AsOf = now,
            Version = link.LatestSnapshot,
            Parts = Enum.GetValues<DashboardPart>(),
            Scenarios =
            [
                .. scenarios.Select(scenario => new SharedScenario
                {
                    Scenario = scenario,
                    Version = 1,
                    SavedAt = now,
                    Results = ScenarioResults.Of(scenario, trials: 2_000, runs: 200, CancellationToken.None),
                    Assumptions = [.. scenario.Inputs().Select(input => new SharedAssumption(input.Path, scenario.Provenance.GetValueOrDefault(input.Path)?.Kind))],
                }),
            ],
            Definitions = MetricDefinitions.Current,
        };
        var written = (arrange?.Invoke(content) ?? content).Write();
        db.Add(new ShareSnapshot
        {
            OrganisationId = organisation.Id,
            LinkId = link.Id,
            Number = link.LatestSnapshot,
            Content = written,
            Hash = DashboardContent.HashOf(written),
            PublishedAt = now,
            PublishedBy = organisation.Owner.Id,
        });
        await db.SaveChangesAsync();
    }
}
