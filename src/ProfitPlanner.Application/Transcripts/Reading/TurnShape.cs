namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Where a JSON record keeps what was said.</summary>
internal enum TurnShape
{
    /// <summary>The record is one turn.</summary>
    Flat = 1,

    /// <summary>In an array of objects or of [speaker, text] pairs.</summary>
    Array,

    Zendesk,
    Intercom,
    Chatwoot,
}
