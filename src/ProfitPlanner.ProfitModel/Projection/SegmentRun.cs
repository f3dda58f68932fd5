using System.Numerics.Tensors;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// A segment's customers and revenue, month by month. Arrays begin with month 0, which is what was there before.
/// Source: docs/modelling/projection.md, "Customers who stay".
/// </summary>
internal sealed class SegmentRun(CompiledProjection plan, CompiledSegment segment)
{
    private const int Year = 12;

    private readonly int _months = plan.Months;
    private readonly int _delay = plan.Plan.SalesDelay;

    // r by age backwards, so that Σ new(m)·r(t − m) is a product of two slices; _grown has r(a)·x^(a − 1).
    private readonly double[] _retained = new double[plan.Months + 1];
    private readonly double[] _grown = new double[plan.Months + 1];
    private readonly double[] _growth = new double[plan.Months + 1];
    private readonly double[] _openingRetained = new double[plan.Months + 1];

    // What customers of a month pay by list: monthly payers together, and one who pays by the year.
    private readonly double[] _monthlyBase = new double[plan.Months + 1];
    private readonly double[] _base = new double[plan.Months + 1];
    private readonly double[] _paid = new double[plan.Months + 1];
    private readonly double[] _signed = new double[plan.Months + 1];
    private readonly double[] _signedMrr = new double[plan.Months + 1];

    private double _opening, _openingPrice, _annualShare, _annualDiscount, _expansion, _contraction;

    public CompiledSegment Segment => segment;

    /// <summary>Customers as the month ends; of direct sales its buyers.</summary>
    public double[] Customers { get; } = new double[plan.Months + 1];
    public double[] New { get; } = new double[plan.Months + 1];
    public double[] Mrr { get; } = new double[plan.Months + 1];
    public double[] NewMrr { get; } = new double[plan.Months + 1];
    public double[] ExpansionMrr { get; } = new double[plan.Months + 1];
    public double[] ContractionMrr { get; } = new double[plan.Months + 1];
    public double[] ChurnedMrr { get; } = new double[plan.Months + 1];
    public double[] Billings { get; } = new double[plan.Months + 1];
    public double[] Revenue { get; } = new double[plan.Months + 1];
    public double[] AcquisitionCost { get; } = new double[plan.Months + 1];

    /// <summary>New customers by channel, in the segment's order; all months together.</summary>
    public double[] Won { get; } = new double[segment.Channels.Length];

    public double RefundRate { get; private set; }
    public double VariableCost { get; private set; }
    public double RetentionCost { get; private set; }

    /// <summary>What a customer pays a month at today's price; of direct sales, once.</summary>
    public double Price { get; private set; }

    public double AnnualReduction => _annualShare * _annualDiscount;

    public void Calculate(ReadOnlySpan<double> inputs)
    {
        double Input(ReadOnlySpan<double> values, int index) => index < 0 ? 0 : values[index];
        RefundRate = Input(inputs, segment.RefundRate);
        _annualShare = Input(inputs, segment.AnnualShare);
        _annualDiscount = Input(inputs, segment.AnnualDiscount);
        _expansion = Input(inputs, segment.Expansion);
        _contraction = Input(inputs, segment.Contraction);
        double period = plan.MonthsPerPeriod;
        var perMonth = segment.IsDirectSale ? 1 : period;
        VariableCost = inputs[segment.VariableCost] / perMonth;
        RetentionCost = inputs[segment.RetentionCost] / perMonth;

        var curve = segment.CurveOf(inputs);
        var revenue = segment.PriceOf(inputs);
        var (price, conversion) = (revenue / perMonth, curve.At(revenue));
        var conversionToday = conversion;
        Price = price;

        var potential = inputs[segment.Potential];
        var growth = Math.Pow(1 + inputs[plan.MarketGrowth], 1d / Year);
        _openingPrice = price;
        _opening = segment.Opening >= 0 ? inputs[segment.Opening] : segment.Channels.Length == 0 && _delay == 0 ? conversion * potential : 0;
        SetRetention(Input(inputs, segment.Churn), growth);
        if (segment.IsDirectSale)
            _opening = 0;
        Array.Clear(Won);
        Customers[0] = _opening;
        Mrr[0] = _opening * price;

        var (next, ever) = (0, _opening);
        for (var month = 1; month <= _months; month++, potential *= growth)
        {
            var changed = next < segment.PriceChanges.Length && segment.PriceChanges[next].Month == month;
            var forAll = false;
            if (changed)
            {
                var (_, index, appliesToExisting) = segment.PriceChanges[next++];
                price = inputs[index] / perMonth;
                conversion = curve.At(inputs[index]);
                forAll = appliesToExisting;
            }
            // What there was no demand for at today's price has no ratio to it.
            var ratio = conversionToday > 0 ? conversion / conversionToday : 1;
            if (segment.IsDirectSale)
            {
                var most = potential / period;
                New[month] = segment.Channels.Length == 0 ? (month > _delay ? conversion * most : 0) : Acquired(inputs, month, ratio, ever, potential, most);
                Customers[month] = New[month];
                Billings[month] = New[month] * price;
                Revenue[month] = Billings[month] * (1 - RefundRate);
            }
            else
            {
                var stay = Staying(month);
                New[month] = segment.Channels.Length == 0
                    ? Unasked(month, conversion * potential, growth)
                    : Acquired(inputs, month, ratio, ever, potential, Math.Max(0, potential - stay));
                Customers[month] = stay + New[month];
                Bill(month, price, forAll);
            }
            ever += New[month];
        }
    }

    /// <summary>Customers who came in a month and are left at an age [months].</summary>
    public double Left(int month, int age)
    {
        if (month == 0)
            return _opening * _openingRetained[age];
        return New[month] * ((1 - _annualShare) * Retained(age) + _annualShare * Retained(age / Year * Year));
    }

    /// <summary>Expected months as a customer, the one of coming included; infinite where nobody ever leaves.</summary>
    public double Lifetime(ReadOnlySpan<double> inputs)
    {
        if (segment.IsDirectSale)
            return 1;
        if (segment.Retention is not { Length: > 0 } curve)
            return segment.Churn < 0 ? double.PositiveInfinity : 1 / inputs[segment.Churn];
        var ratio = LastRatio(curve);
        return 1 + curve.Sum() + (curve[^1] == 0 ? 0 : curve[^1] * ratio / (1 - ratio));
    }

    private double Retained(int age) => _retained[_months - age];

    private static double LastRatio(double[] curve)
    {
        var before = curve.Length > 1 ? curve[^2] : 1;
        return before > 0 ? curve[^1] / before : 0;
    }

    private void SetRetention(double churn, double growth)
    {
        var curve = segment.Retention;
        // Of a market that shrinks, customers who would stay are lost with it.
        var last = curve.Length > 0 ? LastRatio(curve) : segment.IsSteady ? Math.Min(1, growth) : 1 - churn;
        var more = 1 + _expansion - _contraction;
        double retained = 1, opening = 1, grown = 1;
        _growth[0] = 1;
        _retained[_months] = _grown[_months] = 1;
        _openingRetained[0] = 1;
        for (var age = 1; age <= _months; age++)
        {
            retained = age <= curve.Length ? curve[age - 1] : retained * last;
            _retained[_months - age] = retained;
            _grown[_months - age] = retained * grown;
            grown *= more;
            _growth[age] = grown;
            if (!segment.IsSteady || age > 1)
                opening *= last;
            _openingRetained[age] = opening;
        }
    }

    /// <summary>Customers of earlier months who are still there at the end of this one.</summary>
    private double Staying(int month)
    {
        var stay = _opening * _openingRetained[month] + (1 - _annualShare) * Sum(New, _retained, month);
        if (_annualShare == 0)
            return stay;
        var renewed = 0d;
        for (var age = Year; age < month; age += Year)
            renewed += New[month - age] * Retained(age);
        _signed[month] = _annualShare * renewed;
        return stay + TensorPrimitives.Sum<double>(_signed.AsSpan(Math.Max(1, month - Year + 1)..(month + 1)));
    }

    /// <summary>
    /// New customers without a channel: of a steady segment what its market grows by; and where sales begin later, those
    /// who would have been there from the first month come in the first month of sales.
    /// </summary>
    private double Unasked(int month, double buyers, double growth) =>
        _delay > 0 && month == _delay + 1 && segment.Opening < 0 ? buyers * _openingRetained[1]
        : segment.IsSteady && month > _delay + 1 && growth > 1 ? buyers * (1 - 1 / growth)
        : 0;

    private double Acquired(ReadOnlySpan<double> inputs, int month, double ratio, double ever, double potential, double most)
    {
        double sum = 0, cost = 0;
        foreach (var index in segment.Channels)
        {
            var (reach, costPerContact) = Contacts(inputs, index, month);
            cost += reach * costPerContact;
            sum += Reached(inputs, index, reach, ratio, ever, potential);
        }
        AcquisitionCost[month] = cost;
        var part = sum > most ? most / sum : 1;
        for (var i = 0; i < Won.Length; i++)
        {
            var (reach, _) = Contacts(inputs, segment.Channels[i], month);
            Won[i] += part * Reached(inputs, segment.Channels[i], reach, ratio, ever, potential);
        }
        return Math.Min(sum, most);
    }

    private (double Reach, double CostPerContact) Contacts(ReadOnlySpan<double> inputs, int index, int month)
    {
        var (channel, at) = (plan.Channels[index], plan.ChannelInputs[index]);
        return month < channel.From || month > (channel.Until ?? month) ? (0, 0) : (inputs[at], inputs[at + 1]);
    }

    private double Reached(ReadOnlySpan<double> inputs, int index, double reach, double ratio, double ever, double potential)
    {
        if (potential <= 0)
            return 0;
        var at = plan.ChannelInputs[index];
        return reach * Math.Min(1, inputs[at + 2] * ratio) * Math.Max(0, 1 - inputs[at + 3] * ever / potential);
    }

    private void Bill(int month, double price, bool forAll)
    {
        var stay = StayingMrr(month);
        var (more, less) = (_expansion * stay, _contraction * stay);
        var monthlyBefore = Mrr[month - 1] - AnnualMrr(month - 1);
        var churned = Math.Max(0, monthlyBefore - stay);
        var monthly = stay * (1 + _expansion - _contraction);
        if (forAll)
        {
            _openingPrice = price;
            for (var earlier = 1; earlier < month; earlier++)
            {
                _monthlyBase[earlier] = (1 - _annualShare) * New[earlier] * price;
                _base[earlier] = price;
            }
            var repriced = StayingMrr(month) * (1 + _expansion - _contraction);
            if (repriced > monthly)
                more += repriced - monthly;
            else
                less += monthly - repriced;
            monthly = repriced;
        }
        _monthlyBase[month] = (1 - _annualShare) * New[month] * price;
        _base[month] = _paid[month] = price;
        monthly += _monthlyBase[month];
        var @new = _monthlyBase[month];
        if (_annualShare > 0)
            @new += Sign(month, price, ref more, ref less, ref churned);

        (NewMrr[month], ExpansionMrr[month], ContractionMrr[month], ChurnedMrr[month]) = (@new, more, less, churned);
        Mrr[month] = monthly + AnnualMrr(month);
        Billings[month] = monthly + (_annualShare > 0 ? Year * _signedMrr[month] : 0);
        Revenue[month] = Mrr[month] * (1 - RefundRate);
    }

    /// <summary>Contracts of a year that begin or begin anew in a month; gives the MRR of the new ones.</summary>
    private double Sign(int month, double price, ref double more, ref double less, ref double churned)
    {
        var reduced = _annualShare * (1 - _annualDiscount);
        var @new = reduced * New[month] * price;
        var renewed = 0d;
        for (var age = Year; age < month; age += Year)
        {
            var came = month - age;
            var before = reduced * New[came] * Retained(age - Year) * _growth[age - Year] * _paid[came];
            var stays = reduced * New[came] * Retained(age) * _growth[age - Year] * _paid[came];
            var now = reduced * New[came] * Retained(age) * _growth[age] * _base[came];
            churned += before - stays;
            more += Math.Max(0, now - stays);
            less += Math.Max(0, stays - now);
            renewed += now;
            _paid[came] = _base[came];
        }
        _signed[month] += _annualShare * New[month];
        _signedMrr[month] = @new + renewed;
        return @new;
    }

    /// <summary>What monthly payers of earlier months who stay pay, before it grows in this one.</summary>
    private double StayingMrr(int month) =>
        _opening * _openingPrice * _openingRetained[month] * _growth[month - 1] + Sum(_monthlyBase, _grown, month);

    private double AnnualMrr(int month) =>
        _annualShare == 0 ? 0 : TensorPrimitives.Sum<double>(_signedMrr.AsSpan(Math.Max(1, month - Year + 1)..(month + 1)));

    /// <summary>Σ of what came in months 1 to <paramref name="month"/> − 1, by what is left of it.</summary>
    private double Sum(double[] came, double[] left, int month) =>
        TensorPrimitives.Dot<double>(came.AsSpan(1..month), left.AsSpan((_months - month + 1).._months));
}
