namespace ProfitPlanner.ProfitModel.Scenarios;

internal static class Check
{
    public static IEnumerable<ScenarioProblem> Money(string path, decimal value) => throw new NotImplementedException();
    public static IEnumerable<ScenarioProblem> Quantity(string path, decimal value, decimal least = 0) => throw new NotImplementedException();
    public static IEnumerable<ScenarioProblem> Share(string path, decimal value) => throw new NotImplementedException();
    public static IEnumerable<ScenarioProblem> Tiers(string path, IReadOnlyList<Tier> tiers) => throw new NotImplementedException();
}
