using Xunit;

namespace ProfitPlanner.Testing;

public static class Expect
{
    /// <summary>Fails with every finding, whole, each on a line of its own.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}
