namespace ProfitPlanner.Data.Transcripts;

public enum Speaker
{
    Customer = 1,
    Agent,

    /// <summary>A bot or a system.</summary>
    Machine,
}
