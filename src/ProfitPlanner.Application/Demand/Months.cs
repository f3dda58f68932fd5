namespace ProfitPlanner.Application.Demand;

/// <summary>Months in UTC, by their first day.</summary>
internal static class Months
{
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly? Of(DateOnly? day) => day is { } known ? Of(known) : null;

    /// <summary>When the month begins.</summary>
    public static DateTimeOffset? Begin(DateOnly? month) => month is { } known ? new(Of(known), TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>When the month is over.</summary>
    public static DateTimeOffset? End(DateOnly? month) => month is { } known ? new(Of(known).AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>Monday of the day's week.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
