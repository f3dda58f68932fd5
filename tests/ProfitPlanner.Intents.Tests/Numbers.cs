using System.Numerics.Tensors;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Tests;

/// <summary>How numbers are compared.</summary>
internal static class Numbers
{
    /// <summary>The length of the difference against the length of what is expected.</summary>
    public static double Difference(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        double[] difference = [.. expected.Zip(actual, (left, right) => left - right)];
        return TensorPrimitives.Norm<double>(difference) / TensorPrimitives.Norm<double>([.. expected]);
    }

    public static double[] Doubles(this float[] numbers) => Array.ConvertAll(numbers, number => (double)number);

    /// <summary>Of every array, in the order of their names.</summary>
    public static byte[] Bits(this SafeTensors tensors) => [.. tensors.Names.Order(StringComparer.Ordinal).SelectMany(name => tensors[name].Bytes.ToArray())];
}
