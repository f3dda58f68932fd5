using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>A stream of gamma variates of scale 1 (Marsaglia and Tsang 2000), the same for the same key.</summary>
internal sealed class GammaDraws(ulong key)
{
    private const int Block = 512;

    private readonly double[] _uniforms = new double[Block];
    private readonly double[] _normals = new double[Block];
    private long _block;
    private int _at = Block;

    /// <summary>The next of a shape above 0; of a very small one it may be 0.</summary>
    public double Next(double shape)
    {
        if (shape < 1)
        {
            // A gamma of shape + 1 times u^(1/shape) is one of the shape.
            var boost = Math.Log(Uniform()) / shape;
            return boost < -700 ? 0 : Next(shape + 1) * Math.Exp(boost);
        }
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var uniform = Uniform();
            var x = _normals[_at - 1];
            var v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            if (uniform < 1 - 0.0331 * x * x * x * x || Math.Log(uniform) < 0.5 * x * x + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }

    // Each uniform number comes with a normal one of its own.
    private double Uniform()
    {
        if (_at == Block)
        {
            CounterRandom.Fill(CounterRandom.Key(key, 0), _block * Block, _uniforms);
            CounterRandom.Fill(CounterRandom.Key(key, 1), _block * Block, _normals);
            NormalScores.FromProbabilities(_normals);
            (_block, _at) = (_block + 1, 0);
        }
        return _uniforms[_at++];
    }
}
