namespace ProfitPlanner.Application.Review;

/// <summary>What a label of a turn would teach: the product of its parts, each in [0, 1].</summary>
/// <param name="Uncertainty">1 − the model's confidence.</param>
/// <param name="Share">Of all turns, those that the model takes for the same; of mere talk, which is no demand, a tenth of it.</param>
/// <param name="Distance">1 − the cosine to the nearest turn that is labelled, by its words; 1 while nothing is.</param>
public sealed record Usefulness(double Uncertainty, double Share, double Distance)
{
    public double Product => Uncertainty * Share * Distance;
}
