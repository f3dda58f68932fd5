namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Customers who asked for the same things are one row: most asked for one or two, so there are few rows.</summary>
/// <param name="Intents">How many there are.</param>
/// <param name="Customers">Those who asked for anything.</param>
/// <param name="Distinct">Each with its intents, how often each was asked for, and how many customers are like that.</param>
/// <param name="RowOf">The row of each customer; −1 of one who asked for nothing.</param>
internal sealed record MixRows(int Intents, int Customers, IReadOnlyList<MixRows.Row> Distinct, IReadOnlyList<int> RowOf)
{
    /// <param name="Places">Intents that were asked for.</param>
    /// <param name="Counts">How often each of them was.</param>
    /// <param name="Customers">How many are like that.</param>
    internal sealed record Row(int[] Places, int[] Counts, int Customers);

    public static MixRows Of(IReadOnlyList<IReadOnlyList<int>> countsByCustomer)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new List<(int[] Places, int[] Counts)>();
        var rowOf = new int[countsByCustomer.Count];
        for (var customer = 0; customer < rowOf.Length; customer++)
        {
            var counts = countsByCustomer[customer];
            int[] places = [.. Enumerable.Range(0, counts.Count).Where(intent => counts[intent] > 0)];
            var key = string.Join(';', places.Select(place => FormattableString.Invariant($"{place}:{counts[place]}")));
            if (places.Length == 0)
                rowOf[customer] = -1;
            else if (numbers.TryGetValue(key, out var number))
                rowOf[customer] = number;
            else
            {
                rowOf[customer] = numbers[key] = found.Count;
                found.Add((places, [.. places.Select(place => counts[place])]));
            }
        }
        var sizes = rowOf.Where(row => row >= 0).CountBy(row => row).ToDictionary();
        return new(
            countsByCustomer.Count == 0 ? 0 : countsByCustomer[0].Count,
            sizes.Values.Sum(),
            [.. found.Select((row, number) => new Row(row.Places, row.Counts, sizes[number]))],
            rowOf);
    }
}
