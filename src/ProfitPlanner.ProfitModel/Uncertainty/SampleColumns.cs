namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The working memory of one thread: a column of values for each uncertain number, and room for what is calculated
/// of them.
/// </summary>
internal sealed class SampleColumns
{
    private readonly double[] _values;

    /// <param name="inputs">How many columns.</param>
    /// <param name="length">Values in a column, a multiple of 8.</param>
    public SampleColumns(int inputs, int length)
    {
        Length = length;
        _values = new double[inputs * length];
        Clamped = new long[inputs];
        Scratch = new uint[length];
        Price = new double[length];
        Conversion = new double[length];
        Profit = new double[length];
    }

    /// <summary>Values in a column.</summary>
    public int Length { get; }

    /// <summary>How many values of each column lay outside the number's range so far.</summary>
    public long[] Clamped { get; }

    /// <summary>All columns, one after the other.</summary>
    public ReadOnlySpan<double> Values => _values;

    internal uint[] Scratch { get; }

    internal double[] Price { get; }

    internal double[] Conversion { get; }

    internal double[] Profit { get; }

    public Span<double> Column(int input) => _values.AsSpan(input * Length, Length);
}
