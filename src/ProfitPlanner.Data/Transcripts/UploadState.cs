namespace ProfitPlanner.Data.Transcripts;

public enum UploadState
{
    /// <summary>Its first rows were looked at; which column is what waits to be confirmed.</summary>
    Proposed = 1,

    Importing,
    Paused,
    Done,

    /// <summary>Stopped for good; what was imported before stays.</summary>
    Cancelled,
}
