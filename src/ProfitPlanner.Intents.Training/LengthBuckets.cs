using System.Runtime.InteropServices;

namespace ProfitPlanner.Intents.Training;

/// <summary>Batches of texts of about one length, so that little is padded, in an order of chance.</summary>
internal static class LengthBuckets
{
    // Batches that are sorted by length together: enough to pad little, few enough to stay mixed.
    private const int Together = 32;

    /// <param name="lengths">Tokens of each text.</param>
    /// <param name="batchSize">Texts of a batch.</param>
    /// <param name="random">Decides the order.</param>
    /// <returns>Each text once, by its number.</returns>
    public static List<int[]> Of(ReadOnlySpan<int> lengths, int batchSize, Random random)
    {
        int[] order = [.. Enumerable.Range(0, lengths.Length)];
        random.Shuffle(order);
        var batches = new List<int[]>();
        foreach (var chunk in order.Chunk(batchSize * Together))
        {
            var keys = new int[chunk.Length];
            for (var i = 0; i < chunk.Length; i++)
                keys[i] = lengths[chunk[i]];
            Array.Sort(keys, chunk);
            batches.AddRange(chunk.Chunk(batchSize));
        }
        random.Shuffle(CollectionsMarshal.AsSpan(batches));
        return batches;
    }
}
