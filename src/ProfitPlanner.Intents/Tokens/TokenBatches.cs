using ProfitPlanner.Intents.Onnx;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>Divides sequences into batches of about one length, so that little is padded.</summary>
internal static class TokenBatches
{
    private const int MostRows = 64;

    // What an encoder holds of a batch grows with its tokens, and more of them at once are no faster.
    private const int MostTokens = 1_024;

    /// <summary>Does something for each batch.</summary>
    /// <param name="lengths">Tokens of each sequence.</param>
    /// <param name="oneByOne">Whether each sequence is a batch, and several are done side by side.</param>
    /// <param name="act">Given places of sequences.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public static void ForEach(IReadOnlyList<int> lengths, bool oneByOne, Action<int[]> act, CancellationToken cancellationToken)
    {
        if (oneByOne)
        {
            var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = OnnxOptions.ThreadsHere, CancellationToken = cancellationToken };
            Parallel.For(0, lengths.Count, sideBySide, place => act([place]));
            return;
        }
        foreach (var batch in Of(lengths))
        {
            cancellationToken.ThrowIfCancellationRequested();
            act(batch);
        }
    }

    /// <summary>Places of sequences, a batch each. Long ones first: what an engine has once reserved does for those that follow.</summary>
    /// <param name="lengths">Tokens of each sequence.</param>
    public static IEnumerable<int[]> Of(IReadOnlyList<int> lengths)
    {
        int[] places = [.. Enumerable.Range(0, lengths.Count).OrderByDescending(place => lengths[place])];
        for (var start = 0; start < places.Length;)
        {
            var rows = Math.Clamp(MostTokens / Math.Max(1, lengths[places[start]]), 1, MostRows);
            yield return places[start..Math.Min(places.Length, start + rows)];
            start += rows;
        }
    }
}
