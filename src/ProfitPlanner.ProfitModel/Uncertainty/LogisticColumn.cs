using System.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// low + width·x of a beta-distributed x. A table holds ln(x/(1 − x)) over z, so that the relative error of x and of 1 − x
/// is the error of the table, however small they are.
/// </summary>
internal sealed class LogisticColumn : NormalColumn
{
    private readonly CubicTable _logits;
    private readonly Stretched _stretched;

    internal LogisticColumn(BetaDistribution share, double low, double width)
    {
        _stretched = new Stretched(new(low), new(width));
        var (alpha, beta) = (share.Alpha, share.Beta);
        var distribution = new RegularisedBeta(alpha, beta);
        var reached = Math.Log(alpha / beta);
        _logits = new CubicTable(
            // Where nearly all shares are near 0 or near 1, the logit leaps between them.
            Math.Max(alpha, beta) < 0.5 ? 256 : 32,
            z =>
            {
                (reached, var density) = distribution.Logit(StandardNormal.Cumulative(-Math.Abs(z)), z <= 0, reached);
                return (reached, StandardNormal.Density(z) / density);
            },
            z => distribution.Logit(StandardNormal.Cumulative(-Math.Abs(z)), z <= 0, Math.Log(alpha / beta)).T);
    }

    public override void FromNormals(ReadOnlySpan<double> normals, Span<double> values)
    {
        values = values[..normals.Length];
        _logits.Fill(normals, values);
        VectorLoop.Apply(values, values, _stretched);
    }

    private readonly struct Stretched(Vector<double> low, Vector<double> width) : IVectorFunction
    {
        public Vector<double> Of(Vector<double> x) => low + (width / (Vector<double>.One + Vector.Exp(-x)));
    }
}
