using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>What a viewer takes off, as it was typed or slid.</summary>
public sealed class HaircutForm
{
    /// <param name="Name">Also of its texts and of its place in the address.</param>
    /// <param name="Most">What is accepted.</param>
    /// <param name="Step">Of the slider.</param>
    /// <param name="Reach">Where the slider ends.</param>
    /// <param name="Typed">Empty for nothing.</param>
    public sealed record Field(string Name, decimal Most, decimal Step, decimal Reach, string Typed)
    {
        /// <summary>Null where it is no number, or out of range.</summary>
        public decimal? Value =>
            string.IsNullOrWhiteSpace(Typed) ? 0
            : NumberReader.TryRead(Typed, out var number) && number >= 0 && number <= Most && number % Step == 0 ? number
            : null;
    }

    private HaircutForm(IQueryCollection query)
    {
        Conversion = new("conversion", 100, 1, 90, query["conversion"].ToString());
        Churn = new("churn", 100, 0.5m, 10, query["churn"].ToString());
        Later = new("later", ScenarioLimits.Months, 1, 24, query["later"].ToString());
    }

    /// <summary>Percent of conversion.</summary>
    public Field Conversion { get; }

    /// <summary>Percentage points of monthly churn.</summary>
    public Field Churn { get; }

    /// <summary>Months.</summary>
    public Field Later { get; }

    public IReadOnlyList<Field> Fields => [Conversion, Churn, Later];

    /// <summary>Null where a field cannot be read.</summary>
    public Haircut? Haircut => Conversion.Value is { } conversion && Churn.Value is { } churn && Later.Value is { } later
        ? new Haircut { Conversion = conversion / 100, Churn = churn / 100, MonthsLater = (int)later }
        : null;

    public static HaircutForm Read(IQueryCollection query) => new(query);
}
