using System.Globalization;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The direction numbers of Sobol's sequence, as fractions of 2⁵², for the first 2³² points. Their recurrence: Bratley
/// and Fox, ACM Trans. Math. Softw. 14 (1988), 88–100; the data: Joe and Kuo 2008 (see SobolDirectionNumbers.txt).
/// </summary>
internal static class SobolDirections
{
    internal const int Dimensions = 1024;

    internal const int Digits = 32;

    private static readonly Lazy<ulong[]> All = new(Read);

    internal static ReadOnlySpan<ulong> Of(int dimension) => All.Value.AsSpan(dimension * Digits, Digits);

    private static ulong[] Read()
    {
        var directions = new ulong[Dimensions * Digits];
        // The first dimension is van der Corput's sequence.
        for (var i = 0; i < Digits; i++)
            directions[i] = 1UL << (UnitInterval.Bits - 1 - i);
        using var reader = new StreamReader(
            typeof(SobolDirections).Assembly.GetManifestResourceStream("SobolDirectionNumbers.txt")!);
        for (var dimension = 1; dimension < Dimensions;)
        {
            var line = reader.ReadLine()!;
            if (!line.StartsWith('#'))
                Expand(line.Split(' '), directions.AsSpan(dimension++ * Digits, Digits));
        }
        return directions;
    }

    private static void Expand(string[] numbers, Span<ulong> directions)
    {
        var polynomial = uint.Parse(numbers[0], CultureInfo.InvariantCulture);
        var degree = numbers.Length - 1;
        for (var i = 0; i < Digits; i++)
        {
            if (i < degree)
            {
                directions[i] = ulong.Parse(numbers[i + 1], CultureInfo.InvariantCulture) << (UnitInterval.Bits - 1 - i);
                continue;
            }
            directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (var k = 1; k < degree; k++)
            {
                if (((polynomial >> (degree - k)) & 1) == 1)
                    directions[i] ^= directions[i - k];
            }
        }
    }
}
