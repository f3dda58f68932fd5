namespace ProfitPlanner.Intents.Bundles;

/// <summary>One array of a <see cref="SafeTensors"/> file.</summary>
/// <param name="Type">How its numbers are stored.</param>
/// <param name="Shape">Its dimensions, outermost first; none for a single number.</param>
/// <param name="Bytes">Its numbers, little-endian, the last dimension fastest.</param>
public sealed record StoredTensor(TensorType Type, int[] Shape, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>How many numbers.</summary>
    public int Count => Shape.Aggregate(1, (product, size) => checked(product * size));
}
