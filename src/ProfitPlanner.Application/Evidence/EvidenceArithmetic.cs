using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>How a measured share becomes a number of a scenario. Source: docs/evidence.md, "The arithmetic".</summary>
/// <param name="Kind">Of the number.</param>
/// <param name="Parts">What is multiplied, and what is divided by, in their order.</param>
/// <param name="Proposal">What it makes; null where <paramref name="Refusal"/> says why it makes nothing.</param>
/// <param name="EffectiveSize">How many independent conversations say the share as closely.</param>
public sealed record EvidenceArithmetic(
    EvidenceKind Kind, IReadOnlyList<EvidenceArithmetic.Part> Parts, Estimate? Proposal, EvidenceRefusal? Refusal, double EffectiveSize)
{
    /// <param name="Name">Names its sentence: share, conversations, takers, contactRate.</param>
    public sealed record Part(string Name, EvidenceFactor Factor);

    /// <summary>
    /// α = share · takers. N = share · conversations per month / contact rate. Churn = share · contact rate · takers.
    /// </summary>
    public static EvidenceArithmetic Of(EvidenceTarget target, MeasuredSignal signal, EvidenceAssumptions assumptions)
    {
        var share = EvidenceFactor.Of(signal.Share);
        var size = ProposedNumber.EffectiveSize(share);
        // A likeliest share comes close to nothing without reaching it: half a conversation is none, and so is what is
        // known less closely than one conversation read without error would say it.
        if (signal.Share.Given == 0 || signal.Share.Corrected * signal.Conversations < 0.5 || !(size > 0))
            return new(target.Kind, [new("share", share)], null, EvidenceRefusal.NothingSeen, 0);
        var takers = new Part("takers", EvidenceFactor.Of(assumptions.Takers));
        var rate = EvidenceFactor.Of(assumptions.ContactRate);
        List<Part> parts = [new("share", share)];
        switch (target.Kind)
        {
            case EvidenceKind.Conversion:
                parts.Add(takers);
                break;
            case EvidenceKind.Churn:
                parts.AddRange([new("contactRate", rate), takers]);
                break;
            default:
                if (signal.Months is not { } months)
                    return new(target.Kind, parts, null, EvidenceRefusal.NoTimes, size);
                parts.AddRange([new("conversations", EvidenceFactor.Rate(signal.Conversations, months)), new("contactRate", rate with { Divides = true })]);
                break;
        }
        EvidenceFactor[] factors = [.. parts.Select(part => part.Factor)];
        var proposal = target.Kind == EvidenceKind.PotentialCustomers ? ProposedNumber.Count(factors) : ProposedNumber.Share(factors);
        return proposal is null || proposal.Value.Value > target.Input.Most
            ? new(target.Kind, parts, null, EvidenceRefusal.OutOfRange, size)
            : new(target.Kind, parts, proposal, null, size);
    }
}
