namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Probability of buying [1] behind each stated intent: people buy less often than they say. The defaults are those in
/// use, not measured ones. Source: docs/modelling/fitting.md, "Newton, Miller and Smith".
/// </summary>
/// <param name="Definitely">Of "definitely" (5).</param>
/// <param name="Probably">Of "probably" (4).</param>
/// <param name="Perhaps">Of "perhaps" (3).</param>
/// <param name="ProbablyNot">Of "probably not" (2).</param>
/// <param name="DefinitelyNot">Of "definitely not" (1).</param>
public sealed record IntentCalibration(
    double Definitely = 0.7, double Probably = 0.5, double Perhaps = 0.3, double ProbablyNot = 0.1, double DefinitelyNot = 0)
{
    internal double Of(int intent) => intent switch
    {
        5 => Definitely,
        4 => Probably,
        3 => Perhaps,
        2 => ProbablyNot,
        1 => DefinitelyNot,
        _ => throw new ArgumentOutOfRangeException(nameof(intent), intent, "An intent is 1 to 5."),
    };
}
