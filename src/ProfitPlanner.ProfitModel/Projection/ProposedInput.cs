using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What a number might be changed to after what happened; nothing is until the founder accepts it.</summary>
/// <param name="Path">Which number (see <see cref="ScenarioChange"/>).</param>
/// <param name="Before">What it is [the number's unit].</param>
/// <param name="After">What it is proposed to be [the number's unit].</param>
/// <param name="Method">How that was found.</param>
/// <param name="Observations">How much was seen: of a share, people; else months [people or months].</param>
public sealed record ProposedInput(string Path, Estimate Before, Estimate After, UpdateMethod Method, double Observations);
