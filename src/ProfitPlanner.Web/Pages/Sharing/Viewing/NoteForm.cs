namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <param name="Scenario">Which of the dashboard's, from 0.</param>
/// <param name="Figures">What can be asked about: the name on the page, and what it is called.</param>
public sealed record NoteForm(string Token, int Scenario, IReadOnlyList<KeyValuePair<string, string>> Figures);
