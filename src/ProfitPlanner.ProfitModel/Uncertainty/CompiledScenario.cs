using System.Runtime.Intrinsics;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The profit model of one scenario for many trials at a time: P = Σᵢ αᵢ·Nᵢ·(pᵢ − C_v,i − C_m,i) − C_f, each number
/// either a constant or a column. Source: docs/modelling/uncertainty.md, "A trial".
/// </summary>
internal sealed class CompiledScenario
{
    private const int Lanes = 4;

    private readonly Segment[] _segments;
    private readonly int[] _fixedColumns;
    private readonly double _fixedCost;

    // Every constant, in all lanes of a vector.
    private readonly double[] _constants;

    private CompiledScenario(Scenario scenario, IReadOnlyList<ScenarioInput> inputs)
    {
        Inputs = inputs;
        var operands = new Operands(inputs);
        var fixedCosts = scenario.FixedCosts.Select(
            line => (Column: operands.ColumnOf($"fixedCosts/{line.Id}/amount"), Amount: (double)line.Amount.Value)).ToList();
        _fixedColumns = [.. fixedCosts.Where(line => line.Column is not null).Select(line => line.Column!.Value)];
        _fixedCost = fixedCosts.Where(line => line.Column is null).Sum(line => line.Amount);
        _segments = [.. scenario.Segments.Select(segment => new Segment(scenario, segment, operands))];
        _constants = [.. operands.Constants.SelectMany(constant => Enumerable.Repeat(constant, Lanes))];
    }

    /// <summary>What the columns hold, in their order.</summary>
    public IReadOnlyList<ScenarioInput> Inputs { get; }

    /// <summary>P where every number is the one that is reckoned with [currency per period].</summary>
    public double ProfitAtBase => ProfitAt([.. Inputs.Select(input => (double)input.Estimate.Value)]);

    /// <summary>With a column for each uncertain number.</summary>
    public static CompiledScenario Of(Scenario scenario) => new(scenario, scenario.UncertainInputs());

    /// <summary>
    /// With a column for each of these, wherever they have a place in the scenario; every other number, uncertain or not,
    /// is the one that is reckoned with.
    /// </summary>
    public static CompiledScenario Of(Scenario scenario, IReadOnlyList<ScenarioInput> inputs) => new(scenario, inputs);

    /// <summary>P of one set of values of the inputs, kept in their ranges [currency per period].</summary>
    public double ProfitAt(ReadOnlySpan<double> values)
    {
        var columns = new SampleColumns(Inputs.Count, 8);
        for (var input = 0; input < Inputs.Count; input++)
            columns.Column(input)[0] = Math.Clamp(values[input], (double)Inputs[input].Least, (double)Inputs[input].Most);
        var profit = 0.0;
        Profit(columns, 1, new Span<double>(ref profit));
        return profit;
    }

    /// <summary>P of the first trials of the columns, whose values lie in their ranges [currency per period].</summary>
    public void Profit(SampleColumns columns, int count, Span<double> profit)
    {
        var sums = columns.Profit;
        Array.Fill(sums, -_fixedCost);
        foreach (var column in _fixedColumns)
            Subtract(columns.Column(column), sums, count);
        foreach (var segment in _segments)
            segment.Add(columns, count, _constants, sums);
        sums.AsSpan(0, count).CopyTo(profit);
    }

    private static void Subtract(ReadOnlySpan<double> values, Span<double> from, int count)
    {
        for (var t = 0; t < count; t += Lanes)
            (Vector256.Create<double>(from[t..]) - Vector256.Create(values[t..])).CopyTo(from[t..]);
    }

    /// <summary>Where a number is read: a column, or the place of a constant.</summary>
    private readonly record struct Operand(bool Varies, int At)
    {
        public double Value(SampleColumns columns, double[] constants, int trial) =>
            Varies ? columns.Column(At)[trial] : constants[At * Lanes];
    }

    private sealed class Operands(IReadOnlyList<ScenarioInput> inputs)
    {
        private readonly Dictionary<string, int> _columns =
            inputs.Index().ToDictionary(input => input.Item.Path, input => input.Index);

        public List<double> Constants { get; } = [];

        public int? ColumnOf(string path) => _columns.TryGetValue(path, out var column) ? column : null;

        public Operand Of(string path, decimal value) => ColumnOf(path) is { } column ? new Operand(true, column) : Of((double)value);

        public Operand Of(double constant)
        {
            Constants.Add(constant);
            return new Operand(false, Constants.Count - 1);
        }

        public Operand[] Of(IEnumerable<ScenarioInput> numbers) => [.. numbers.Select(input => Of(input.Path, input.Estimate.Value))];
    }

    private sealed class Segment
    {
        private readonly Operand _customers;
        private readonly Operand _variableCost;
        private readonly Operand _retentionCost;

        // Where these are null they are worked out for each trial, from what follows.
        private readonly Operand? _price;
        private readonly Operand? _conversion;

        private readonly RevenueModel _revenue;
        private readonly Operand[] _revenueInputs;
        private readonly PriceDemand? _demand;
        private readonly Operand[] _demandInputs = [];
        private readonly DemandCurve? _curve;

        public Segment(Scenario scenario, Scenarios.Segment segment, Operands operands)
        {
            var path = $"segments/{segment.Id}";
            _customers = operands.Of($"{path}/potentialCustomers", segment.PotentialCustomers);
            _variableCost = segment.VariableCost is { } variable
                ? operands.Of($"{path}/variableCost", variable)
                : operands.Of("variableCost", scenario.VariableCost);
            _retentionCost = segment.RetentionCost is { } retention
                ? operands.Of($"{path}/retentionCost", retention)
                : operands.Of("retentionCost", scenario.RetentionCost);

            _revenue = segment.Revenue;
            _revenueInputs = operands.Of(_revenue.Inputs($"{path}/revenue"));
            _price = !_revenueInputs.Any(input => input.Varies) ? operands.Of((double)_revenue.PerCustomer)
                : _revenue is Subscription or DirectSale ? _revenueInputs[0]
                : null;

            if (segment.Demand is not { } demand)
            {
                _conversion = operands.Of($"{path}/conversion", segment.Conversion);
                return;
            }
            _demandInputs = operands.Of(demand.Inputs($"{path}/demand"));
            if (_demandInputs.Any(input => input.Varies))
                _demand = demand;
            else
                _curve = demand.Curve();
            if (_curve is not null && _price is { Varies: false })
                _conversion = operands.Of(_curve.At((double)_revenue.PerCustomer));
        }

        public void Add(SampleColumns columns, int count, double[] constants, double[] sums)
        {
            if (_price is null)
                FillPrice(columns, count, constants);
            if (_conversion is null)
                FillConversion(columns, count, constants);

            ref readonly var price = ref Read(_price, columns.Price, out var priceStep);
            ref readonly var conversion = ref Read(_conversion, columns.Conversion, out var conversionStep);
            ref readonly var customers = ref Read(_customers, [], out var customersStep);
            ref readonly var variable = ref Read(_variableCost, [], out var variableStep);
            ref readonly var retention = ref Read(_retentionCost, [], out var retentionStep);
            for (var t = 0; t < count; t += Lanes)
            {
                var margin = At(in price, priceStep, t) - At(in variable, variableStep, t) - At(in retention, retentionStep, t);
                var buyers = At(in conversion, conversionStep, t) * At(in customers, customersStep, t);
                var sum = Vector256.LoadUnsafe(ref sums[t]);
                Vector256.FusedMultiplyAdd(buyers, margin, sum).StoreUnsafe(ref sums[t]);
            }

            // A constant is read again and again, its step being zero.
            ref readonly double Read(Operand? operand, double[] filled, out int step)
            {
                step = operand is { Varies: false } ? 0 : 1;
                if (operand is not { } place)
                    return ref filled[0];
                if (place.Varies)
                    return ref columns.Column(place.At)[0];
                return ref constants[place.At * Lanes];
            }
        }

        // Columns are as long as whole vectors, so that the last may reach beyond the trials.
        private static Vector256<double> At(in double from, int step, int trial) =>
            Vector256.LoadUnsafe(in from, (nuint)(step * trial));

        private void FillPrice(SampleColumns columns, int count, double[] constants)
        {
            Span<double> inputs = stackalloc double[_revenueInputs.Length];
            for (var t = 0; t < count; t++)
            {
                for (var i = 0; i < inputs.Length; i++)
                    inputs[i] = _revenueInputs[i].Value(columns, constants, t);
                columns.Price[t] = _revenue.PerCustomerOf(inputs);
            }
        }

        private void FillConversion(SampleColumns columns, int count, double[] constants)
        {
            Span<double> inputs = stackalloc double[_demandInputs.Length];
            for (var t = 0; t < count; t++)
            {
                var price = _price is { } operand ? operand.Value(columns, constants, t) : columns.Price[t];
                if (_curve is not null)
                {
                    columns.Conversion[t] = _curve.At(price);
                    continue;
                }
                for (var i = 0; i < inputs.Length; i++)
                    inputs[i] = _demandInputs[i].Value(columns, constants, t);
                columns.Conversion[t] = _demand!.ConversionOf(inputs, price);
            }
        }
    }
}
