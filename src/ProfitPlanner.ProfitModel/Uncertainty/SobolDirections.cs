using System.Globalization;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The direction numbers of Joe and Kuo (2008); SobolDirections.txt tells their origin.</summary>
internal static class SobolDirections
{
    public const int Dimensions = 1_024;

    public const int Bits = 32;

    private static readonly uint[][] _all = Read();

    /// <summary>The 32 direction numbers of a dimension, from 0, as binary fractions of 32 bits.</summary>
    public static ReadOnlySpan<uint> Of(int dimension) => _all[dimension];

    private static uint[][] Read()
    {
        using var stream = typeof(SobolDirections).Assembly.GetManifestResourceStream(typeof(SobolDirections), "SobolDirections.txt")!;
        using var reader = new StreamReader(stream);
        var all = new List<uint[]>(Dimensions);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                all.Add(Extend([.. line.Split(' ').Select(number => uint.Parse(number, CultureInfo.InvariantCulture))]));
        }
        return [.. all];
    }

    // v_k = a₁·v_{k−1} ⊕ … ⊕ a_s·v_{k−s} ⊕ v_{k−s}/2ˢ, where a are the coefficients of the polynomial after the leading
    // one (Bratley and Fox 1988); the first dimension has none and is van der Corput's sequence.
    private static uint[] Extend(uint[] numbers)
    {
        var (polynomial, degree) = (numbers[0], numbers.Length - 1);
        var v = new uint[Bits];
        for (var k = 0; k < Bits; k++)
        {
            if (degree == 0)
                v[k] = 1u << (Bits - 1 - k);
            else if (k < degree)
                v[k] = numbers[k + 1] << (Bits - 1 - k);
            else
            {
                v[k] = v[k - degree] >> degree;
                for (var j = 1; j <= degree; j++)
                {
                    if ((polynomial >> (degree - j) & 1) != 0)
                        v[k] ^= v[k - j];
                }
            }
        }
        return v;
    }
}
