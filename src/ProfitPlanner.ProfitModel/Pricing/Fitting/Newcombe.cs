namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>Interval of the difference of two shares out of two of Wilson's (Newcombe 1998, method 10): holds with few hits, too.</summary>
internal static class Newcombe
{
    /// <summary>Of the second share less the first [1].</summary>
    public static Interval Of(double firstHits, double firstCount, double secondHits, double secondCount, double confidence)
    {
        Interval a = Wilson.Of(firstHits, firstCount, confidence), b = Wilson.Of(secondHits, secondCount, confidence);
        double p = firstHits / firstCount, q = secondHits / secondCount;
        return new(q - p - double.Hypot(q - b.Lower, a.Upper - p), q - p + double.Hypot(b.Upper - q, p - a.Lower));
    }
}
