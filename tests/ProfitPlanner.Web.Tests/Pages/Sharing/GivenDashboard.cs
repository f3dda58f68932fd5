using System.Security.Cryptography;
using System.Text;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>A dashboard that somebody may look at.</summary>
internal sealed record GivenDashboard(GivenOrganisation Organisation, GivenShare Share)
{
    public static async Task<GivenDashboard> OfAsync(
        WebApp app, IReadOnlyList<Scenario> scenarios, Action<ShareLink>? change = null, Func<DashboardContent, DashboardContent>? arrange = null)
    {
        var organisation = await app.GivenOrganisationAsync();
        return new GivenDashboard(organisation, await app.GivenShareAsync(organisation, scenarios, change, arrange));
    }

    /// <summary>Somebody who has proven an address, by the key of their browser.</summary>
    public async Task<string> GivenVisitorAsync(WebApp app, string email)
    {
        var key = $"key of {email}";
        await using var db = app.Database.AsOwner();
        db.Add(new ShareVisitor
        {
            OrganisationId = Organisation.Id,
            LinkId = Share.Id,
            KeyHash = SHA256.HashData(Encoding.UTF8.GetBytes(key)),
            Email = email,
            AdmittedAt = DateTimeOffset.UtcNow,
        });
        await db.SaveChangesAsync();
        return Uri.EscapeDataString(key);
    }
}
