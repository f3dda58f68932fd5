using FluentValidation;

namespace ProfitPlanner.Application.Evidence;

/// <summary>Which number of demand is meant; what it is, the app counts itself.</summary>
/// <param name="Intents">Keys; several are one thing together.</param>
/// <param name="Segment">Null for everybody.</param>
/// <param name="From">First month, by any day of it; null for the first there is.</param>
/// <param name="To">Last month, by any day of it.</param>
public sealed record SignalQuery(IReadOnlyList<string> Intents, Guid? Segment, DateOnly? From, DateOnly? To)
{
    internal const int MostIntents = 50;

    internal DateTimeOffset? Begin => From is { } month ? new(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero) : null;

    internal DateTimeOffset? End => To is { } month ? new DateTimeOffset(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1) : null;

    internal sealed class Validator : AbstractValidator<SignalQuery>
    {
        public Validator()
        {
            RuleFor(x => x.Intents).NotEmpty();
            RuleFor(x => x.Intents.Count).LessThanOrEqualTo(MostIntents).When(x => x.Intents is not null);
            RuleForEach(x => x.Intents).NotEmpty().MaximumLength(100);
            RuleFor(x => x.To).GreaterThanOrEqualTo(x => x.From).When(x => x.From is not null && x.To is not null).WithErrorCode("MonthsTurned");
        }
    }
}
