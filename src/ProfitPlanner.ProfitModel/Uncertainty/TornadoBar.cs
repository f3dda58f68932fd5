namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>What one uncertain number does to the profit on its own.</summary>
/// <param name="Path">The number (see <see cref="Scenarios.ScenarioChange"/>).</param>
/// <param name="Low">Its P10 [its unit].</param>
/// <param name="High">Its P90 [its unit].</param>
/// <param name="ProfitAtLow">P where it is low and the others are as reckoned with [currency per period].</param>
/// <param name="ProfitAtHigh">P where it is high [currency per period].</param>
public sealed record TornadoBar(string Path, decimal Low, decimal High, decimal ProfitAtLow, decimal ProfitAtHigh)
{
    /// <summary>How far the two profits are apart [currency per period], at least 0.</summary>
    public decimal Swing => Math.Abs(ProfitAtHigh - ProfitAtLow);
}
