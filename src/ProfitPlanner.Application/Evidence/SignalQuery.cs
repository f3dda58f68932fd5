using FluentValidation;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;

namespace ProfitPlanner.Application.Evidence;

/// <summary>Which number of demand is meant; what it is, the app counts itself.</summary>
/// <param name="Intents">Keys; several are one thing together.</param>
/// <param name="Segment">Null for everybody.</param>
/// <param name="From">First month, by any day of it; null for the first there is.</param>
/// <param name="To">Last month, by any day of it.</param>
public sealed record SignalQuery(IReadOnlyList<string> Intents, Guid? Segment, DateOnly? From, DateOnly? To)
{
    internal const int MostIntents = 50;

    internal DateTimeOffset? Begin => Months.Begin(From);

    internal DateTimeOffset? End => Months.End(To);

    internal sealed class Validator : AbstractValidator<SignalQuery>
    {
        public Validator()
        {
            RuleFor(x => x.Intents).NotEmpty();
            RuleFor(x => x.Intents.Count).LessThanOrEqualTo(MostIntents).When(x => x.Intents is not null);
            RuleForEach(x => x.Intents).NotEmpty().MaximumLength(100).HasNoNul();
            RuleFor(x => x.To).GreaterThanOrEqualTo(x => x.From).When(x => x.From is not null && x.To is not null).WithErrorCode("MonthsTurned");
        }
    }
}
