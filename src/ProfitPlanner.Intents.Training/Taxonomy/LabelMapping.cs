namespace ProfitPlanner.Intents.Training.Taxonomy;

/// <summary>Where a data set's label goes.</summary>
/// <param name="DataSet">banking77, clinc150, or multidogo/ and a domain.</param>
/// <param name="Label">As the data set has it.</param>
/// <param name="Use">What becomes of its texts.</param>
/// <param name="Intent">The intent's id where <paramref name="Use"/> is <see cref="LabelUse.Intent"/>, otherwise null.</param>
/// <param name="Why">The reason, where it is not obvious; always there where there is no intent.</param>
public sealed record LabelMapping(string DataSet, string Label, LabelUse Use, string? Intent, string? Why);
