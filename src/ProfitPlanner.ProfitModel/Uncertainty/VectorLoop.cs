using System.Numerics;
using System.Runtime.InteropServices;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>A function of several values at once.</summary>
internal interface IVectorFunction
{
    Vector<double> Of(Vector<double> x);
}

/// <summary>
/// Applies a function to a span. What is left over at the end goes through the same instructions as the rest, so that a
/// value does not depend on where in a block it stands.
/// </summary>
internal static class VectorLoop
{
    /// <param name="source">What goes in.</param>
    /// <param name="target">Where it goes; it may be <paramref name="source"/>.</param>
    /// <param name="function">A struct, so that the loop is compiled for it.</param>
    internal static void Apply<T>(ReadOnlySpan<double> source, Span<double> target, T function)
        where T : struct, IVectorFunction
    {
        var whole = source.Length - (source.Length % Vector<double>.Count);
        var from = MemoryMarshal.Cast<double, Vector<double>>(source);
        var to = MemoryMarshal.Cast<double, Vector<double>>(target[..source.Length]);
        for (var i = 0; i < from.Length; i++)
            to[i] = function.Of(from[i]);
        if (whole == source.Length)
            return;
        Span<double> rest = stackalloc double[Vector<double>.Count];
        rest.Fill(source[^1]);
        source[whole..].CopyTo(rest);
        function.Of(new Vector<double>(rest)).CopyTo(rest);
        rest[..(source.Length - whole)].CopyTo(target[whole..]);
    }
}
