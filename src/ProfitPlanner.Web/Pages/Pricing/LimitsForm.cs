using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>Reads the prices that are considered for each segment, and the capacities, as changes of a scenario.</summary>
internal static class LimitsForm
{
    public static (IReadOnlyList<ScenarioChange> Changes, IReadOnlyList<FieldProblem> Problems) Read(IFormCollection posted, Scenario scenario)
    {
        var form = new FormFields(posted);
        List<ScenarioChange> changes =
        [
            .. scenario.Segments.Select(segment => $"segments/{segment.Id}/priceRange")
                .Where(path => posted.ContainsKey($"{path}/lowest"))
                .Select(path => ScenarioChange.To(path, Range(form, path))),
            .. scenario.Capacities.Select(capacity => capacity.Id).Append(FormFields.New)
                .Where(id => posted.ContainsKey($"capacities/{id}/name"))
                .Select(id => Change(form, posted, id)).OfType<ScenarioChange>(),
        ];
        return (changes, form.Problems);
    }

    private static PriceRange? Range(FormFields form, string path)
    {
        var (lowest, highest, step, ending) = (Plain("lowest"), Plain("highest"), Plain("step"), Plain("ending"));
        return lowest is null && highest is null && step is null ? null : new PriceRange(lowest, highest, step, ending ?? 0);

        decimal? Plain(string name) => form.NumberOrNone($"{path}/{name}") is { } number
            ? number.Distribution is null ? number.Value : form.Wrong<decimal?>($"{path}/{name}", "NotANumber", null)
            : null;
    }

    // A capacity whose name is emptied is taken away; an empty new one never was.
    private static ScenarioChange? Change(FormFields form, IFormCollection posted, Guid id)
    {
        var path = $"capacities/{id}";
        var name = form.Text($"{path}/name");
        if (name.Length == 0)
            return id == FormFields.New ? null : ScenarioChange.To<Capacity>(path, null);
        var capacity = new Capacity
        {
            Id = id == FormFields.New ? Guid.CreateVersion7() : id,
            Name = name,
            Limit = form.Number($"{path}/limit").Value,
            Segments = [.. form.Ids($"{path}/segments")],
        };
        return ScenarioChange.To($"capacities/{capacity.Id}", capacity);
    }
}
