using System.Numerics.Tensors;

namespace ProfitPlanner.Intents.Classification;

/// <summary>Vectors of which only the direction counts.</summary>
public static class Direction
{
    /// <summary>The vector at length 1; what has no length has no direction, and stays zero.</summary>
    public static float[] Of(ReadOnlySpan<float> vector)
    {
        var direction = new float[vector.Length];
        TensorPrimitives.Multiply(vector, Shortening(vector), direction);
        return direction;
    }

    /// <summary>What brings a vector to length 1.</summary>
    internal static float Shortening(ReadOnlySpan<float> vector) => TensorPrimitives.Norm(vector) is > 0 and var length ? 1 / length : 0;
}
