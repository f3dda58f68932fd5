namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>The share of one class, from the share that was given it (Rogan and Gladen 1978).</summary>
internal static class AdjustedCount
{
    /// <summary>π = (q + Sp − 1) / (Se + Sp − 1), within [0, 1].</summary>
    /// <param name="given">q, the share given [1].</param>
    /// <param name="sensitivity">Se [1]: of those in the class, how many are given it.</param>
    /// <param name="specificity">Sp [1]: of the others, how many are not.</param>
    /// <returns>Null where the classifier does not tell the class from the rest.</returns>
    public static double? Of(double given, double sensitivity, double specificity) =>
        sensitivity + specificity - 1 is var tells and > 0.05 ? Math.Clamp((given + specificity - 1) / tells, 0, 1) : null;
}
