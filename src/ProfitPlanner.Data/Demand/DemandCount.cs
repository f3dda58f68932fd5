using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>
/// How many conversations a model gives an intent, or a signal is heard in, or a word about price is used in, in a segment at a time. Counted from
/// <see cref="ConversationIntent"/>, so that a page does not read a million rows; see <see cref="CountedDemand"/>.
/// </summary>
public sealed class DemandCount : ITenantOwned
{
    /// <summary>The segment of everybody.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    /// <summary>The day of conversations whose time is not known: minus infinity to Postgres.</summary>
    public static readonly DateOnly Undated = DateOnly.MinValue;

    public required Guid OrganisationId { get; init; }

    public required Guid ModelId { get; init; }

    /// <summary><see cref="Everybody"/>, or a <see cref="DemandSegment"/>.</summary>
    public required Guid SegmentId { get; init; }

    /// <summary>In UTC; the first of the month unless <see cref="CountedDemand.IsByDay"/>.</summary>
    public required DateOnly Day { get; init; }

    public required DemandMeasure Measure { get; init; }

    /// <summary>A label of the model, the empty text for none of these; or a signal, or a word.</summary>
    public required string Key { get; init; }

    public required long Conversations { get; init; }
}
