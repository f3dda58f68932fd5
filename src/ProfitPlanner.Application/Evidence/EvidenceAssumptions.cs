using FluentValidation;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>What conversations do not say and whoever proposes states. Which of it counts, <see cref="EvidenceArithmetic"/> says.</summary>
/// <param name="Takers">Of the customers who ask for it, the share who then do it: buy, or leave [1].</param>
/// <param name="ContactRate">How many conversations one customer has with support in a month [conversations per customer per month].</param>
public sealed record EvidenceAssumptions(Estimate Takers, Estimate ContactRate)
{
    /// <summary>What stands in the form before anybody has stated anything: all who ask do, and one in ten writes in a month.</summary>
    public static EvidenceAssumptions Usual { get; } = new(1m, 0.1m);

    internal sealed class Validator : AbstractValidator<EvidenceAssumptions>
    {
        private const decimal MostContacts = 1_000;

        public Validator()
        {
            RuleFor(x => x.Takers).Must(takers => IsWithin(takers, 1)).WithErrorCode("Takers");
            RuleFor(x => x.ContactRate).Must(rate => IsWithin(rate, MostContacts)).WithErrorCode("ContactRate");
        }

        private static bool IsWithin(Estimate estimate, decimal most) =>
            estimate.Value > 0 && estimate.Value <= most && (estimate.Distribution is not { } distribution
                || (distribution.Problems().Count == 0 && distribution.ExpectedValue > 0 && distribution.ExpectedValue <= (double)most && double.IsFinite(distribution.StandardDeviation)));
    }
}
