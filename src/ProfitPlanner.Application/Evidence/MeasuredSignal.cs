using ProfitPlanner.Application.Demand;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Evidence;

/// <summary>What was measured of demand, as it was then: kept with the evidence, whatever is uploaded later.</summary>
/// <param name="Intents">What is asked for.</param>
/// <param name="Segment">Null for everybody.</param>
/// <param name="From">First day of the first month; null where none was asked for.</param>
/// <param name="To">First day of the last month.</param>
/// <param name="Months">From the first of all conversations to the last, as far as these months were asked for [months]; null where some have no time.</param>
/// <param name="Model">Which read the conversations.</param>
/// <param name="ModelNumber">Its number within the organisation.</param>
/// <param name="Conversations">All of the segment in these months.</param>
/// <param name="PriceWords">How many of those about it use words about price.</param>
/// <param name="Share">Counted, and corrected for the model's known errors.</param>
/// <param name="IsCorrected">Whether its errors are known.</param>
public sealed record MeasuredSignal(
    IReadOnlyList<NamedIntent> Intents, MeasuredSignal.Group? Segment, DateOnly? From, DateOnly? To, double? Months,
    Guid Model, int ModelNumber, long Conversations, long PriceWords, ShareEstimate Share, bool IsCorrected)
{
    public sealed record Group(Guid Id, string Name);
}
