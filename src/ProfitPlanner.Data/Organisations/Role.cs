namespace ProfitPlanner.Data.Organisations;

/// <summary>What a member may do in one organisation. Everyone may read; see <see cref="Permission"/> for the rest.</summary>
public enum Role
{
    Owner = 1,
    Founder,
    Analyst,
    Viewer,
}
