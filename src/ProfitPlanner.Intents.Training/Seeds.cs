namespace ProfitPlanner.Intents.Training;

/// <summary>Seeds of a step: it draws the same numbers whether or not training was interrupted before it.</summary>
internal static class Seeds
{
    /// <summary>Of the order of texts in an epoch.</summary>
    public const int Order = 1;

    /// <summary>Of what torch draws.</summary>
    public const int Dropout = 2;

    /// <summary>Of which tokens are hidden.</summary>
    public const int Tokens = 3;

    /// <summary>The same in every process.</summary>
    public static int Of(int seed, int place, int kind)
    {
        // SplitMix64's mixing: neighbouring places get unlike seeds. Source: Steele, Lea and Flood, 2014.
        var mixed = unchecked(((ulong)seed << 40) + ((ulong)place << 4) + (ulong)kind) * 0x9E3779B97F4A7C15;
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return (int)((mixed ^ (mixed >> 31)) & int.MaxValue);
    }
}
