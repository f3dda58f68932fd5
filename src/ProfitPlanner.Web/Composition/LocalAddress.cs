namespace ProfitPlanner.Web.Composition;

internal static class LocalAddress
{
    /// <summary>The address if it leads to this site, else the other: a link must not send people elsewhere.</summary>
    public static string Or(string? address, string fallback) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl)
            ? address
            : fallback;
}
