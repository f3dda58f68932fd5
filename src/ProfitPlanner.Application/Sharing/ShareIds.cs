using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Sharing;

/// <summary>
/// What ids of the app are called under a link. The same in every snapshot of it, so that two can be compared and a new
/// one begin with the choices of the last; nobody finds out the app's ids from them, nor whether two links show the same.
/// </summary>
internal sealed partial class ShareIds(ShareLink link)
{
    public Guid Of(Guid id) => new(HMACSHA256.HashData(link.TokenHash, id.ToByteArray()).AsSpan(0, 16));

    /// <summary>A path within a scenario as it is in the frozen one.</summary>
    public string In(string path) => Ids().Replace(path, id => Of(Guid.Parse(id.Value)).ToString());

    /// <summary>All of a scenario's ids at once, those that its paths and lists refer to with those that they refer to.</summary>
    public Scenario In(Scenario scenario) => ScenarioJson.Read(In(ScenarioJson.Write(scenario)));

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
