namespace ProfitPlanner.Intents.Training.Taxonomy;

/// <summary>How many texts of an intent a data set gives; a text of two intents counts for each.</summary>
/// <param name="Intent">Id of the intent, or <c>oos</c> for none of them.</param>
/// <param name="DataSet">banking77, clinc150, or multidogo/ and a domain.</param>
/// <param name="Train">Different texts to train on.</param>
/// <param name="Dev">Different texts to choose on, none of which is trained on.</param>
public sealed record IntentCount(string Intent, string DataSet, int Train, int Dev);
