namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Points of the unit cube: each has one number in (0, 1), never 0 or 1, for each dimension. Any run of points can be
/// had alone, so that the result does not depend on how many threads share the work. Sources:
/// docs/modelling/uncertainty-sampling.md, "Points".
/// </summary>
public abstract class Points
{
    /// <summary>A good number of points to fill at once [points]: a few columns of them stay in the fastest cache.</summary>
    public const int Block = 2048;

    private protected Points(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        Dimensions = dimensions;
    }

    /// <summary>Numbers per point [count].</summary>
    public int Dimensions { get; }

    /// <summary>
    /// Scrambled points of Sobol's sequence, which fill the cube more evenly than chance would. Beyond the first 1,024
    /// dimensions they are pseudo-random. A power of two of them, from the first on, is best.
    /// </summary>
    /// <param name="dimensions">Numbers per point [count].</param>
    /// <param name="seed">The seed; the same gives the same points.</param>
    /// <param name="replicate">Which of many independent scrambles; their spread tells the error of a result.</param>
    public static Points Sobol(int dimensions, int seed, int replicate) => new SobolPoints(dimensions, seed, replicate);

    /// <summary>Independent pseudo-random points.</summary>
    /// <param name="dimensions">Numbers per point [count].</param>
    /// <param name="seed">The seed; the same gives the same points.</param>
    /// <param name="replicate">Which of many independent streams.</param>
    public static Points PseudoRandom(int dimensions, int seed, int replicate) =>
        new PseudoRandomPoints(dimensions, seed, replicate);

    /// <summary>The numbers of one dimension for consecutive points.</summary>
    /// <param name="dimension">Which dimension, from 0.</param>
    /// <param name="start">The first point, from 0; all are below 2³².</param>
    /// <param name="uniforms">Where they go [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension or point.</exception>
    public void Fill(int dimension, long start, Span<double> uniforms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, Dimensions);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, (1L << 32) - uniforms.Length);
        FillInRange(dimension, start, uniforms);
    }

    private protected abstract void FillInRange(int dimension, long start, Span<double> uniforms);
}
