namespace ProfitPlanner.Intents.Taxonomy;

/// <summary>An intent of the default model.</summary>
/// <param name="Id">In snake_case; the label in data and models.</param>
/// <param name="Group">What it says about a business.</param>
/// <param name="Name">In English, for pages.</param>
/// <param name="NameZh">In Chinese, for pages.</param>
/// <param name="Description">One sentence in English: what a customer does who has it.</param>
public sealed record SupportIntent(string Id, IntentGroup Group, string Name, string NameZh, string Description);
