namespace ProfitPlanner.Application.Privacy;

/// <summary>Where personal data stands in a text.</summary>
/// <param name="Start">Its first character, in UTF-16.</param>
/// <param name="End">After its last character.</param>
/// <param name="Kind">See <see cref="PersonalKind"/>.</param>
internal readonly record struct PersonalSpan(int Start, int End, string Kind);
