namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// The break-even of each lever, the others as they stand: in the units of one segment
/// (<see cref="BreakEven.OfSegment"/>), or as one factor on every segment (<see cref="BreakEven.CommonFactor"/>).
/// </summary>
/// <param name="Conversion">α* [1], in [0, 1]; or the factor on every α [1], at most 1 / max α.</param>
/// <param name="PotentialCustomers">N* [customers], at least 0; or the factor on every N [1].</param>
/// <param name="Price">p* [currency per customer per period], at least 0; or the factor on every p [1].</param>
public sealed record SegmentBreakEven(
    BreakEvenPoint Conversion, BreakEvenPoint PotentialCustomers, BreakEvenPoint Price)
{
    /// <summary>The point of a lever.</summary>
    public BreakEvenPoint this[Lever lever] => lever switch
    {
        Lever.Conversion => Conversion,
        Lever.PotentialCustomers => PotentialCustomers,
        Lever.Price => Price,
        _ => throw new ArgumentOutOfRangeException(nameof(lever), lever, null),
    };
}
