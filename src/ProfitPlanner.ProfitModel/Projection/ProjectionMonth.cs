namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>One month of a projection. Source: docs/modelling/projection.md, "A month".</summary>
public sealed record ProjectionMonth
{
    /// <summary>Which, counted from 1 [month].</summary>
    public required int Month { get; init; }

    /// <summary>Its first day; null where the plan has no dates.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Customers as it begins [customers]; buyers of direct sales are not among them.</summary>
    public required double CustomersBegin { get; init; }

    /// <summary>Customers who come [customers].</summary>
    public required double NewCustomers { get; init; }

    /// <summary>Customers who leave [customers].</summary>
    public required double LostCustomers { get; init; }

    /// <summary>Customers as it ends: begin + new − lost; they are served and billed [customers].</summary>
    public required double CustomersEnd { get; init; }

    /// <summary>Buyers of direct sales [customers].</summary>
    public required double Buyers { get; init; }

    /// <summary>Monthly recurring revenue as it begins, before refunds and without direct sales [currency per month].</summary>
    public required double MrrBegin { get; init; }

    /// <summary>MRR of new customers [currency per month].</summary>
    public required double NewMrr { get; init; }

    /// <summary>What those who stay pay more [currency per month].</summary>
    public required double ExpansionMrr { get; init; }

    /// <summary>What those who stay pay less [currency per month], as a positive number.</summary>
    public required double ContractionMrr { get; init; }

    /// <summary>MRR of customers who leave [currency per month], as a positive number.</summary>
    public required double ChurnedMrr { get; init; }

    /// <summary>MRR as it ends: begin + new + expansion − contraction − churned [currency per month].</summary>
    public required double MrrEnd { get; init; }

    /// <summary>What is billed, years in advance included [currency].</summary>
    public required double Billings { get; init; }

    /// <summary>What of these bills will be paid back [currency].</summary>
    public required double Refunds { get; init; }

    /// <summary>What is earned in the month, refunds taken off: (MRR + direct sales)·(1 − refund rate) [currency].</summary>
    public required double Revenue { get; init; }

    /// <summary>Σ C_v · customers [currency].</summary>
    public required double VariableCost { get; init; }

    /// <summary>Σ C_m · customers [currency].</summary>
    public required double RetentionCost { get; init; }

    /// <summary>Σ reach · cost per contact [currency].</summary>
    public required double AcquisitionCost { get; init; }

    /// <summary>The scenario's fixed costs [currency].</summary>
    public required double FixedCost { get; init; }

    /// <summary>Costs that grow [currency].</summary>
    public required double RampCost { get; init; }

    /// <summary>People who are hired [currency].</summary>
    public required double HiringCost { get; init; }

    /// <summary>Costs that come once [currency].</summary>
    public required double OneOffCost { get; init; }

    /// <summary>Tax on the profit, once earlier losses are made up for [currency].</summary>
    public required double Taxes { get; init; }

    /// <summary>Revenue − all costs − taxes [currency].</summary>
    public required double Profit { get; init; }

    /// <summary>Profit of all months so far [currency].</summary>
    public required double CumulativeProfit { get; init; }

    /// <summary>Cash as it begins [currency].</summary>
    public required double CashBegin { get; init; }

    /// <summary>In: bills that customers pay [currency].</summary>
    public required double Receipts { get; init; }

    /// <summary>In: money from investors [currency].</summary>
    public required double Funding { get; init; }

    /// <summary>Out: what customers are paid back [currency].</summary>
    public required double RefundsPaid { get; init; }

    /// <summary>Out: all costs but taxes [currency].</summary>
    public double CostsPaid =>
        VariableCost + RetentionCost + AcquisitionCost + FixedCost + RampCost + HiringCost + OneOffCost;

    /// <summary>Receipts − refunds − costs − taxes: what the business itself brings [currency].</summary>
    public double OperatingCashFlow => Receipts - RefundsPaid - CostsPaid - Taxes;

    /// <summary>Cash as it ends: begin + operating cash flow + funding [currency].</summary>
    public required double CashEnd { get; init; }
}
