namespace ProfitPlanner.Data.Jobs;

/// <summary>What a job does; its <see cref="Job.Subject"/> is what it does it to.</summary>
public enum JobKind
{
    /// <summary>Gives the turns of an upload, or of every upload, their intents by one model.</summary>
    Classify = 1,

    /// <summary>Groups what customers say into topics.</summary>
    FindTopics,

    /// <summary>Teaches a model the labels of an organisation.</summary>
    Train,
}
