namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// Room for one run of a plan, used again for the next; belongs to one thread. Arrays begin with month 0, which is what
/// was there before. Source: docs/modelling/projection.md, "A month".
/// </summary>
internal sealed class ProjectionRun
{
    private readonly CompiledProjection _plan;

    public ProjectionRun(CompiledProjection plan)
    {
        _plan = plan;
        Segments = [.. plan.Segments.Select(segment => new SegmentRun(plan, segment))];
        Customers = Column();
        Revenue = Column();
        Billings = Column();
        Refunds = Column();
        VariableCost = Column();
        RetentionCost = Column();
        AcquisitionCost = Column();
        RampCost = Column();
        HiringCost = Column();
        OneOffCost = Column();
        Taxes = Column();
        Profit = Column();
        Receipts = Column();
        RefundsPaid = Column();
        Funding = Column();
        Flow = Column();
        Cash = Column();

        double[] Column() => new double[plan.Months + 1];
    }

    public SegmentRun[] Segments { get; }

    /// <summary>Customers as the month ends, and its buyers.</summary>
    public double[] Customers { get; }
    public double[] Revenue { get; }
    public double[] Billings { get; }
    public double[] Refunds { get; }
    public double[] VariableCost { get; }
    public double[] RetentionCost { get; }
    public double[] AcquisitionCost { get; }
    public double FixedCost { get; private set; }
    public double[] RampCost { get; }
    public double[] HiringCost { get; }
    public double[] OneOffCost { get; }
    public double[] Taxes { get; }
    public double[] Profit { get; }
    public double[] Receipts { get; }
    public double[] RefundsPaid { get; }
    public double[] Funding { get; }

    /// <summary>The operating cash flow.</summary>
    public double[] Flow { get; }
    public double[] Cash { get; }

    public void Calculate(ReadOnlySpan<double> inputs)
    {
        foreach (var segment in Segments)
            segment.Calculate(inputs);
        FixedCost = 0;
        foreach (var line in _plan.FixedCosts)
            FixedCost += inputs[line] / _plan.MonthsPerPeriod;
        Array.Clear(Funding);
        foreach (var (month, amount) in _plan.Funding)
        {
            if (month <= _plan.Months)
                Funding[month] += inputs[amount];
        }

        var taxRate = inputs[_plan.TaxRate];
        var lossCarried = 0d;
        Cash[0] = inputs[_plan.OpeningCash];
        for (var month = 1; month <= _plan.Months; month++)
        {
            AddSegments(month);
            AddCostLines(inputs, month);
            var costs = VariableCost[month] + RetentionCost[month] + AcquisitionCost[month]
                + FixedCost + RampCost[month] + HiringCost[month] + OneOffCost[month];
            var beforeTax = Revenue[month] - costs;
            var taxable = Math.Max(0, beforeTax - lossCarried);
            lossCarried = Math.Max(0, lossCarried - beforeTax);
            Taxes[month] = taxRate * taxable;
            Profit[month] = beforeTax - Taxes[month];

            var billed = month - _plan.Plan.PaymentDelay;
            Receipts[month] = billed > 0 ? Billings[billed] : 0;
            RefundsPaid[month] = billed > 0 ? Refunds[billed] : 0;
            Flow[month] = Receipts[month] - RefundsPaid[month] - costs - Taxes[month];
            Cash[month] = Cash[month - 1] + Flow[month] + Funding[month];
        }
    }

    private void AddSegments(int month)
    {
        double customers = 0, revenue = 0, billings = 0, refunds = 0, variable = 0, retention = 0, acquisition = 0;
        foreach (var segment in Segments)
        {
            customers += segment.Customers[month];
            revenue += segment.Revenue[month];
            billings += segment.Billings[month];
            refunds += segment.Billings[month] * segment.RefundRate;
            variable += segment.Customers[month] * segment.VariableCost;
            retention += segment.Customers[month] * segment.RetentionCost;
            acquisition += segment.AcquisitionCost[month];
        }
        (Customers[month], Revenue[month], Billings[month], Refunds[month]) = (customers, revenue, billings, refunds);
        (VariableCost[month], RetentionCost[month], AcquisitionCost[month]) = (variable, retention, acquisition);
    }

    private void AddCostLines(ReadOnlySpan<double> inputs, int month)
    {
        double ramp = 0, hiring = 0, oneOff = 0;
        foreach (var (line, own) in _plan.CostLines)
        {
            var cost = line.InMonth(month, inputs[own]);
            if (line is RampCost)
                ramp += cost;
            else if (line is HiringCost)
                hiring += cost;
            else
                oneOff += cost;
        }
        (RampCost[month], HiringCost[month], OneOffCost[month]) = (ramp, hiring, oneOff);
    }
}
