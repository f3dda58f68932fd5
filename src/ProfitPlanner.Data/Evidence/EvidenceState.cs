namespace ProfitPlanner.Data.Evidence;

public enum EvidenceState
{
    Proposed = 1,
    Accepted,
    Declined,
}
