using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Tokens;

public sealed class TokenBatchesTests
{
    [Fact]
    public void Every_sequence_is_in_one_batch_long_ones_first_and_no_batch_is_larger_than_an_engine_should_hold()
    {
        int[] lengths = [.. Enumerable.Range(0, 500).Select(i => 1 + i * 37 % 128)];

        var batches = TokenBatches.Of(lengths).ToList();

        Assert.Equal(Enumerable.Range(0, lengths.Length), batches.SelectMany(batch => batch).Order());
        Assert.Equal(lengths.OrderDescending(), batches.SelectMany(batch => batch).Select(place => lengths[place]));
        Assert.All(batches, batch => Assert.InRange(batch.Length * lengths[batch[0]], 1, 1_024));
        Assert.All(batches, batch => Assert.InRange(batch.Length, 1, 64));
        // Short ones are not divided without need.
        Assert.True(batches.Count < 50);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_by_one_or_not_each_sequence_is_done_once_until_it_is_cancelled(bool oneByOne)
    {
        int[] lengths = [.. Enumerable.Range(0, 500).Select(i => 1 + i * 37 % 128)];
        var done = new int[lengths.Length];
        using var cancelled = new CancellationTokenSource();
        var gate = new Lock();

        TokenBatches.ForEach(lengths, oneByOne, batch => Array.ForEach(batch, place => Interlocked.Increment(ref done[place])), cancelled.Token);
        Assert.All(done, times => Assert.Equal(1, times));

        Assert.ThrowsAny<OperationCanceledException>(() => TokenBatches.ForEach(lengths, oneByOne, batch =>
        {
            Array.ForEach(batch, place => Interlocked.Increment(ref done[place]));
            // Whoever comes second waits until whoever was first has cancelled: batches of no work are else done before that has got round.
            lock (gate)
                cancelled.Cancel();
        }, cancelled.Token));
        Assert.InRange(done.Count(times => times == 2), 1, 4 * 64);
    }

    [Fact]
    public void A_sequence_that_is_too_long_for_a_batch_is_one_by_itself_and_of_nothing_there_is_none()
    {
        Assert.Equal([[1], [0, 2]], TokenBatches.Of([2, 5_000, 1]));
        Assert.Empty(TokenBatches.Of([]));
    }
}
