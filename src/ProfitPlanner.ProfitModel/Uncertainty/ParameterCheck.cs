namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The checks that distributions share.</summary>
internal static class ParameterCheck
{
    internal static IEnumerable<DistributionProblem> Bounded(string member, double value, double limit = Distribution.Limit)
    {
        if (!double.IsFinite(value))
            yield return new DistributionProblem(member, DistributionProblemKind.NotFinite);
        else if (Math.Abs(value) > limit)
            yield return new DistributionProblem(member, DistributionProblemKind.BeyondRange, limit);
    }

    internal static IEnumerable<DistributionProblem> Positive(string member, double value, double limit = Distribution.Limit) =>
        value <= 0 ? [new DistributionProblem(member, DistributionProblemKind.NotPositive)] : Bounded(member, value, limit);

    /// <summary>Bounded parameters in ascending order; the last is above the first, and above each where strict.</summary>
    internal static IEnumerable<DistributionProblem> Increasing(bool strict, params (string Member, double Value)[] parameters)
    {
        var bounds = parameters.SelectMany(parameter => Bounded(parameter.Member, parameter.Value)).ToList();
        if (bounds.Count > 0)
            return bounds;
        var order = new List<DistributionProblem>();
        for (var i = 1; i < parameters.Length; i++)
        {
            var (last, first) = (i == parameters.Length - 1, parameters[0].Value);
            var (before, value) = (parameters[i - 1].Value, parameters[i].Value);
            if (value < before || (strict && value == before) || (last && value <= first))
                order.Add(new DistributionProblem(parameters[i].Member, DistributionProblemKind.NotIncreasing));
        }
        return order;
    }
}
