namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>A word as the rules see it: without the punctuation around it, and no ideographs.</summary>
/// <param name="Start">Its first character, in UTF-16.</param>
/// <param name="End">After its last character.</param>
/// <param name="Digits">How many digits it has, of any script.</param>
/// <param name="Letters">How many letters.</param>
internal readonly record struct RuleWord(int Start, int End, int Digits, int Letters)
{
    /// <summary>Digits, and perhaps what stands between digits.</summary>
    public bool IsNumber => Digits > 0 && Letters == 0;

    /// <summary>Letters and digits.</summary>
    public bool IsMixed => Digits > 0 && Letters > 0;

    /// <summary>Letters alone.</summary>
    public bool IsAlphabetic => Digits == 0 && Letters > 0;
}
