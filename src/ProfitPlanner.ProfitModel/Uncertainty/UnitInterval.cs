namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>52 random bits as the middle of one of 2⁵² equal parts of (0, 1).</summary>
internal static class UnitInterval
{
    internal const int Bits = 52;

    internal const ulong Mask = (1UL << Bits) - 1;

    /// <summary>The bits of 1.0: with 52 bits beneath they are a double in [1, 2).</summary>
    internal const ulong One = 0x3FFUL << Bits;

    /// <summary>1 − 2⁻⁵³: taken off a double in [1, 2) it leaves the middle of the part, without rounding.</summary>
    internal const double ToMiddle = 1 - (1.0 / (1L << 53));

    internal static double Of(ulong bits) => BitConverter.UInt64BitsToDouble(One | bits) - ToMiddle;
}
