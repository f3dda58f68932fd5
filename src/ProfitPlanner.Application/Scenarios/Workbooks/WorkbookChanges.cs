using System.Globalization;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>What somebody changed in a workbook of a scenario.</summary>
internal sealed class WorkbookChanges
{
    // What a double cannot tell apart was not changed.
    private const double Same = 1e-12;

    private readonly Scenario _scenario;
    private readonly Dictionary<string, ScenarioInput> _inputs;
    private readonly List<ScenarioChange> _changes = [];
    private readonly List<string> _unknown = [];
    private readonly Dictionary<string, SortedDictionary<int, (double? Step, double Value)>> _steps = [];

    private WorkbookChanges(Scenario scenario)
    {
        _scenario = scenario;
        _inputs = ProfitNumbers.Of(scenario).ToDictionary(input => input.Path);
    }

    /// <summary>The changes that bring the workbook's numbers into the scenario, and its paths that the scenario does not have.</summary>
    /// <exception cref="InvalidDataException">It is no workbook.</exception>
    /// <exception cref="WorkbookCellException">A cell holds something else than it should.</exception>
    public static (IReadOnlyList<ScenarioChange> Changes, IReadOnlyList<string> Unknown) Of(byte[] file, Scenario scenario)
    {
        var changes = new WorkbookChanges(scenario);
        var sheets = WorkbookCells.Read(file).Where(sheet => sheet.Rows is [var first, ..] && Cell(first.Cells, 'A') == InputCells.PathHeading).ToList();
        if (sheets.Count == 0)
            throw new InvalidDataException("It has no sheet of inputs.");
        foreach (var (sheet, rows) in sheets)
            foreach (var (row, cells) in rows.Skip(1))
                changes.Read(Cell(cells, 'A').Trim(), cells, sheet, row);
        changes.CompareSteps();
        return (changes._changes, changes._unknown);
    }

    private static string Cell(IReadOnlyDictionary<char, string> cells, char column) => cells.GetValueOrDefault(column, "");

    private static double Number(IReadOnlyDictionary<char, string> cells, char column, string sheet, int row) =>
        double.TryParse(Cell(cells, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < (double)ScenarioLimits.Money * 1000
            ? number
            : throw new WorkbookCellException($"{sheet}!{column}{row}");

    private void Read(string path, IReadOnlyDictionary<char, string> cells, string sheet, int row)
    {
        if (path.Length == 0)
            return;
        if (_inputs.TryGetValue(path, out var input))
        {
            var number = Number(cells, 'C', sheet, row);
            if (IsOther(number, input.Estimate.Value))
                _changes.Add(ScenarioChange.To(path, (decimal)number));
        }
        else if (StepsOf(path) is var (list, index))
        {
            double? step = Cell(cells, 'C').Length == 0 ? null : Number(cells, 'C', sheet, row);
            if (!_steps.TryGetValue(list, out var steps))
                _steps[list] = steps = [];
            steps[index] = (step, Number(cells, 'D', sheet, row));
        }
        else
            _unknown.Add(path);
    }

    private (string List, int Index)? StepsOf(string path) =>
        path.LastIndexOf('/') is > 0 and var slash && int.TryParse(path.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < ScenarioLimits.Tiers && (TiersAt(path[..slash]) is not null || PointsAt(path[..slash]) is not null)
            ? (path[..slash], index)
            : null;

    private IReadOnlyList<Tier>? TiersAt(string list) =>
        _scenario.Segments.Where(segment => list == $"segments/{segment.Id}/revenue/tiers").Select(segment => segment.Revenue).OfType<PerVolume>().FirstOrDefault()?.Tiers;

    private IReadOnlyList<DemandPoint>? PointsAt(string list) =>
        _scenario.Segments.Where(segment => list == $"segments/{segment.Id}/demand/points").Select(segment => segment.Demand).OfType<EmpiricalDemand>().FirstOrDefault()?.Points;

    private void CompareSteps()
    {
        foreach (var (list, steps) in _steps)
        {
            if (TiersAt(list) is { } tiers)
            {
                Tier[] read = [.. steps.Values.Select((step, i) => i < tiers.Count && !IsOther(step.Step, tiers[i].UpTo) && !IsOther(step.Value, tiers[i].UnitPrice)
                    ? tiers[i]
                    : new Tier((decimal?)step.Step, (decimal)step.Value))];
                if (!read.SequenceEqual(tiers))
                    _changes.Add(ScenarioChange.To<IReadOnlyList<Tier>>(list, read));
            }
            else if (PointsAt(list) is { } points)
            {
                DemandPoint[] read = [.. steps.Values.Select((step, i) => i < points.Count && !IsOther(step.Step, points[i].Price) && !IsOther(step.Value, points[i].Conversion)
                    ? points[i]
                    : new DemandPoint((decimal)(step.Step ?? 0), (decimal)step.Value))];
                if (!read.SequenceEqual(points))
                    _changes.Add(ScenarioChange.To<IReadOnlyList<DemandPoint>>(list, read));
            }
        }
    }

    private static bool IsOther(double? read, decimal? stored) =>
        read is { } number && stored is { } value ? Math.Abs(number - (double)value) > Same * Math.Max(Math.Abs(number), Math.Abs((double)value)) : read.HasValue != stored.HasValue;
}
