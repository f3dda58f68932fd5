namespace ProfitPlanner.Application.Evidence;

/// <summary>Why a signal proposes nothing.</summary>
public enum EvidenceRefusal
{
    /// <summary>No model has read any conversation of the segment in these months.</summary>
    NoConversations = 1,

    /// <summary>None of the conversations is about it, as far as the model's errors tell.</summary>
    NothingSeen,

    /// <summary>How many conversations a month are is not known, since some have no time: whichever months are chosen, they may be of them.</summary>
    NoTimes,

    /// <summary>The assumptions make a share of 1 or more, or too large a number.</summary>
    OutOfRange,

    /// <summary>The scenario has no such number, or no longer.</summary>
    NoSuchNumber,
}
