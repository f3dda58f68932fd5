using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// A way to customers: reach · conversion · (1 − saturation · customers ever won / potential) new customers a month.
/// Source: docs/modelling/projection.md, "New customers".
/// </summary>
public sealed record Channel
{
    /// <summary>Tells channels apart when they are renamed or moved.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the founder calls it [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>What sort of channel it is.</summary>
    public ChannelKind Kind { get; init; }

    /// <summary>Id of the segment that it reaches. Without such a segment the channel does nothing.</summary>
    public required Guid Segment { get; init; }

    /// <summary>People reached [people per month], at least 0.</summary>
    public Estimate Reach { get; init; }

    /// <summary>What reaching one of them costs [currency per person], at least 0.</summary>
    public Estimate CostPerContact { get; init; }

    /// <summary>Share of them who become customers, while nobody is one yet [1], in [0, 1].</summary>
    public Estimate Conversion { get; init; }

    /// <summary>
    /// How far those who were won already are missing [1], in [0, 1]: at 1 a contact is anybody of the segment, so that
    /// success fades as the segment is won; at 0 the channel finds those who are left.
    /// </summary>
    public Estimate Saturation { get; init; }

    /// <summary>First month in use [month], from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>Last month in use [month], not before the first; null where it goes on.</summary>
    public int? Until { get; init; }

    internal IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Count($"{path}/reach", Reach),
        ScenarioInput.Money($"{path}/costPerContact", CostPerContact),
        ScenarioInput.Share($"{path}/conversion", Conversion),
        ScenarioInput.Share($"{path}/saturation", Saturation),
    ];

    internal IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Name($"{path}/name", Name),
        .. Check.Range($"{path}/from", From, 1, ScenarioLimits.Months),
        .. Check.Range($"{path}/until", Until ?? From, From, ScenarioLimits.Months),
    ];
}
