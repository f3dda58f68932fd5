using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>How well a number was foretold. Source: docs/modelling/projection.md, "Forecast and actual".</summary>
/// <param name="Measure">Which.</param>
/// <param name="Months">The months of which it is known, in order; at least one.</param>
public sealed record MeasureComparison(ActualMeasure Measure, IReadOnlyList<MonthComparison> Months)
{
    /// <summary>The probability with which a number is foretold to lie from P10 to P90 [1].</summary>
    public const double BandProbability = 0.8;

    /// <summary>Mean of |error / actual| over the months in which it has a value [1]; null where none has.</summary>
    public double? MeanAbsolutePercentageError =>
        Months.Average(month => month.PercentageError is { } error ? Math.Abs(error) : (double?)null);

    /// <summary>Mean error [the measure's unit]: above zero, more came than was foretold.</summary>
    public double Bias => Months.Average(month => month.Error);

    /// <summary>Months with a band [months].</summary>
    public int BandMonths => Months.Count(month => month.WithinBand is not null);

    /// <summary>Months in which the actual lay from P10 to P90 [months].</summary>
    public int BandHeld => Months.Count(month => month.WithinBand == true);

    /// <summary>In how many months it would be expected to [months].</summary>
    public double BandExpected => BandProbability * BandMonths;

    /// <summary>
    /// The probability of so few or fewer, were the bands right and the months independent of each other [1]; null
    /// without bands.
    /// </summary>
    public double? ChanceOfSoFew => BandMonths == 0 ? null : Binomial.CDF(BandProbability, BandMonths, BandHeld);
}
