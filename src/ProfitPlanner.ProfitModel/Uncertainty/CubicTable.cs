namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// A smooth function of a standard normal z by cubic Hermite interpolation between −6.5 and 6.5: with steps of h the error
/// is at most h⁴/384 times the fourth derivative. Beyond, where one in ten billion draws lies, it is exact.
/// </summary>
internal sealed class CubicTable
{
    private const double End = 6.5;

    private readonly int _stepsPerUnit;
    private readonly Func<double, double> _beyond;

    // Four coefficients for each step, from the constant up, of the share of the step that is passed.
    private readonly double[] _coefficients;

    /// <param name="stepsPerUnit">1/h, even.</param>
    /// <param name="knot">Value and slope; asked from −6.5 upwards.</param>
    /// <param name="beyond">The exact value.</param>
    internal CubicTable(int stepsPerUnit, Func<double, (double Value, double Slope)> knot, Func<double, double> beyond)
    {
        (_stepsPerUnit, _beyond) = (stepsPerUnit, beyond);
        var steps = (int)(2 * End * stepsPerUnit);
        _coefficients = new double[4 * steps];
        var left = knot(-End);
        for (var i = 0; i < steps; i++)
        {
            var right = knot(-End + ((i + 1.0) / stepsPerUnit));
            var (rise, m0, m1) = (right.Value - left.Value, left.Slope / stepsPerUnit, right.Slope / stepsPerUnit);
            _coefficients[4 * i] = left.Value;
            _coefficients[(4 * i) + 1] = m0;
            _coefficients[(4 * i) + 2] = (3 * rise) - (2 * m0) - m1;
            _coefficients[(4 * i) + 3] = m0 + m1 - (2 * rise);
            left = right;
        }
    }

    /// <summary>The function of each; source and target may be the same.</summary>
    internal void Fill(ReadOnlySpan<double> normals, Span<double> values)
    {
        var coefficients = _coefficients.AsSpan();
        for (var i = 0; i < normals.Length; i++)
        {
            var z = normals[i];
            if (Math.Abs(z) < End)
            {
                var position = (z + End) * _stepsPerUnit;
                var step = (int)position;
                var passed = position - step;
                var c = coefficients.Slice(4 * step, 4);
                values[i] = c[0] + (passed * (c[1] + (passed * (c[2] + (passed * c[3])))));
            }
            else
            {
                values[i] = _beyond(z);
            }
        }
    }
}
