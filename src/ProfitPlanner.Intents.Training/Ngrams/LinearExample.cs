namespace ProfitPlanner.Intents.Training.Ngrams;

/// <summary>A text of known labels.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Labels">Numbers of its labels: one where one label is learnt, or none of a text that none of them fits; any number of distinct ones where any labels are.</param>
/// <param name="Context">What was said before it, where that is to be learnt from.</param>
public sealed record LinearExample(string Text, IReadOnlyList<int> Labels, string? Context = null)
{
    /// <summary>A text of one label.</summary>
    public LinearExample(string text, int label, string? context = null) : this(text, [label], context)
    {
    }
}
