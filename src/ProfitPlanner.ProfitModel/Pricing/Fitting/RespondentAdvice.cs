namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>How a survey's size compares with the 150 to 300 consistent respondents that are advised.</summary>
public enum RespondentAdvice
{
    /// <summary>Below 150: the crossings are a rough hint.</summary>
    Few,

    /// <summary>150 to 300.</summary>
    Advised,

    /// <summary>Above 300: more than needed for the whole, of use for segments.</summary>
    Many,
}
