namespace ProfitPlanner.Intents.Training.Taxonomy;

/// <summary>What becomes of the texts of a data set's label.</summary>
public enum LabelUse
{
    /// <summary>They are examples of an intent.</summary>
    Intent,

    /// <summary>They are examples of texts that mean none of the intents.</summary>
    NoneOfThese,

    /// <summary>Neither: some of them might well mean an intent, and would teach the wrong thing.</summary>
    LeftOut,
}
