using ProfitPlanner.Application.Evidence;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>What would be proposed, and what profit would become.</summary>
/// <param name="Target">Null where the scenario has no such number.</param>
/// <param name="Comparison">Null where nothing is proposed.</param>
public sealed record EvidencePreview(PreviewEvidence.Result Found, EvidenceTarget? Target, ProfitComparison? Comparison)
{
    public static EvidencePreview Of(string path, PreviewEvidence.Result found, CancellationToken cancellationToken)
    {
        var target = EvidenceTarget.Find(found.Scenario, path);
        return new(found, target, target is not null && found.After(path) is { } after
            ? ProfitComparison.Of(found.Scenario, after, target.Kind == EvidenceKind.Churn, cancellationToken)
            : null);
    }
}
