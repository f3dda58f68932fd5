using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

/// <summary>A page on which somebody has a scenario open: it knows the revision that it shows.</summary>
internal sealed class ScenarioEditor
{
    private readonly Sender _person;
    private readonly Guid _scenario;
    private readonly Guid _id = Guid.NewGuid();

    private ScenarioEditor(Sender person, OpenScenario.Result opened) =>
        (_person, _scenario, Revision, Content) = (person, opened.Id, opened.Revision, opened.Scenario);

    public int Revision { get; private set; }

    public Scenario Content { get; private set; }

    public static async Task<ScenarioEditor> OpenAsync(Sender person, Guid scenario) =>
        new(person, await person.Send(new OpenScenario.Query(scenario)));

    /// <summary>Saves, and shows what was saved.</summary>
    public async Task<SaveScenario.Result> TrySaveAsync(Scenario content, SaveScenario.Choice choice = SaveScenario.Choice.None, int? seen = null)
    {
        var result = await _person.Send(new SaveScenario.Command(_scenario, Revision, _id, content, choice, seen));
        if (result is SaveScenario.Result.Saved saved)
            (Revision, Content) = (saved.Revision, saved.Scenario);
        return result;
    }

    public async Task<SaveScenario.Result.Saved> SaveAsync(Scenario content, SaveScenario.Choice choice = SaveScenario.Choice.None, int? seen = null) =>
        Assert.IsType<SaveScenario.Result.Saved>(await TrySaveAsync(content, choice, seen));

    public async Task<SaveScenario.Result.Conflict> SaveIntoConflictAsync(Scenario content) =>
        Assert.IsType<SaveScenario.Result.Conflict>(await TrySaveAsync(content));

    /// <summary>Saves, and the answer never arrives.</summary>
    public async Task SaveAndLoseTheAnswerAsync(Scenario content) =>
        Assert.IsType<SaveScenario.Result.Saved>(await _person.Send(new SaveScenario.Command(_scenario, Revision, _id, content)));
}
