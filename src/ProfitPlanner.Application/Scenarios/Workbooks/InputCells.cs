using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>The cells that hold what the profit is worked out from, each found by its path in the scenario.</summary>
internal sealed class InputCells
{
    /// <summary>The first heading of a sheet whose rows begin with a path, in every language: what is read back is known by it.</summary>
    public const string PathHeading = "path";

    private const char ValueColumn = 'C';
    private const char StepValueColumn = 'D';
    private const char StepAddsColumn = 'E';

    private readonly WorkbookWords _words;
    private readonly Dictionary<string, string> _references = [];

    /// <param name="priceOf">How a formula names the cell with p of the segment at a place in the scenario.</param>
    public InputCells(Scenario scenario, WorkbookWords words, Func<int, string> priceOf)
    {
        _words = words;
        Inputs = new Sheet(words.InputsSheet, 12, 48, 18, 30, 24);
        Steps = new Sheet(words.StepsSheet, 12, 48, 18, 18, 18);
        Inputs.Add(new(PathHeading, CellLook.Quiet), Heading(words.What), Heading(words.Value), Heading(words.Unit), Heading(words.Range));
        Steps.Add(new(PathHeading, CellLook.Quiet), Heading(words.What), Heading(words.StepFrom), Heading(words.StepValue), Heading(words.StepAdds));
        foreach (var input in ProfitNumbers.Of(scenario))
            Add(input);
        for (var i = 0; i < scenario.Segments.Count; i++)
            AddSteps(scenario.Segments[i], priceOf(i));
    }

    public Sheet Inputs { get; }

    public Sheet Steps { get; }

    public bool HasSteps => Steps.Rows.Count > 1;

    /// <summary>How a formula names the cell of a number.</summary>
    public string this[string path] => _references[path];

    private static SheetCell Heading(string text) => new(text, CellLook.Heading);

    private void Add(ScenarioInput input)
    {
        var look = input.Measure switch
        {
            Measure.Money => CellLook.MoneyInput,
            Measure.Share => CellLook.ShareInput,
            _ => CellLook.NumberInput,
        };
        _references[input.Path] = Inputs.Reference(ValueColumn, Inputs.NextRow);
        Inputs.Add(
            new(input.Path, CellLook.Quiet), _words.Name(input.Path), new(input.Estimate.Value, look), _words.UnitOf(input),
            input.Estimate.Distribution is null ? new SheetCell(null) : _words.RangeOf(input));
    }

    private void AddSteps(Segment segment, string pricePlace)
    {
        var path = $"segments/{segment.Id}";
        if (segment.Revenue is PerVolume volume)
        {
            var (list, units) = ($"{path}/revenue/tiers", this[$"{path}/revenue/unitsPerCustomer"]);
            var size = volume.Mode == TierMode.Package ? this[$"{path}/revenue/packageSize"] : "";
            AddSteps(list, segment.Name, _words.Tier,
                [.. volume.Breakdown.Select(charge => ((decimal?)charge.Tier.UpTo, charge.Tier.UnitPrice, (double)charge.Charge))], CellLook.MoneyInput,
                (row, isFirst, isLast) => ProfitFormulas.Charge(
                    volume.Mode, units, size, isFirst ? "0" : $"C{row - 1}", isLast ? null : $"C{row}", $"D{row}"));
        }
        if (segment.Demand is EmpiricalDemand { Points: var points })
        {
            var price = (double)segment.Revenue.PerCustomer;
            AddSteps($"{path}/demand/points", segment.Name, _words.Point,
                [.. points.Select((point, i) => ((decimal?)point.Price, point.Conversion, i + 1 < points.Count ? Fall(point, points[i + 1], price) : 0))], CellLook.ShareInput,
                (row, _, isLast) => isLast ? null : ProfitFormulas.Fall(pricePlace, row));
        }
    }

    private void AddSteps(
        string list, string segment, string word, IReadOnlyList<(decimal? Step, decimal Value, double Adds)> steps, CellLook look,
        Func<int, bool, bool, string?> formula)
    {
        var first = Steps.NextRow;
        for (var i = 0; i < steps.Count; i++)
            Steps.Add(
                new($"{list}/{i}", CellLook.Quiet), $"{segment}: {word} {i + 1}", new(steps[i].Step, CellLook.NumberInput), new(steps[i].Value, look),
                new(steps[i].Adds, CellLook.Number, formula(Steps.NextRow, i == 0, i == steps.Count - 1)));
        _references[list] = $"{Steps.Reference(StepAddsColumn, first)}:{Steps.Reference(StepAddsColumn, Steps.NextRow - 1)}";
        _references[$"{list}/0"] = Steps.Reference(StepValueColumn, first);
    }

    private static double Fall(DemandPoint left, DemandPoint right, double price) =>
        (double)(right.Conversion - left.Conversion) * Math.Clamp((price - (double)left.Price) / (double)(right.Price - left.Price), 0, 1);
}
