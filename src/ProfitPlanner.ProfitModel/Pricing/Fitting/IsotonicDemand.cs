namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Demand without a formula: the shares of greatest likelihood that do not rise with the price, by pooling adjacent
/// violators (Ayer et al. 1955). Source: docs/modelling/fitting.md, "Empirical curve".
/// </summary>
public static class IsotonicDemand
{
    /// <summary>One point for each price that was offered, prices rising; empty without any offer.</summary>
    /// <param name="observations">Observations in any order; those of one price are added up.</param>
    /// <param name="confidence">Confidence [1] of the intervals, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not within (0, 1).</exception>
    public static IReadOnlyList<IsotonicPoint> Fit(IEnumerable<PriceObservation> observations, double confidence = 0.95)
    {
        var cells = PriceCell.Of(observations, 1);
        var blocks = new List<(int Cells, double Offered, double Bought)>();
        foreach (var cell in cells)
        {
            var block = (Cells: 1, cell.Offered, cell.Bought);
            // Shares are compared crosswise, so that equal ones are seen as equal.
            while (blocks.Count > 0 && block.Bought * blocks[^1].Offered >= blocks[^1].Bought * block.Offered)
            {
                var last = blocks[^1];
                block = (block.Cells + last.Cells, block.Offered + last.Offered, block.Bought + last.Bought);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        return [.. blocks
            .SelectMany(block => Enumerable.Repeat(block, block.Cells))
            .Zip(cells, (block, cell) => new IsotonicPoint(
                cell.Price,
                (long)cell.Offered,
                (long)cell.Bought,
                block.Bought / block.Offered,
                Wilson.Of(block.Bought, block.Offered, confidence),
                block.Cells))];
    }
}
