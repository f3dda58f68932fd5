using CsCheck;

namespace ProfitPlanner.Intents.Training.Tests;

public sealed class LengthBucketsTests
{
    [Fact]
    public void Each_text_is_in_one_batch() =>
        Gen.Select(Gen.Int[1, 64].Array[0, 300], Gen.Int[1, 20], Gen.Int[0, 1000]).Sample((lengths, size, seed) =>
        {
            var batches = LengthBuckets.Of(lengths, size, new Random(seed));

            Assert.Equal(Enumerable.Range(0, lengths.Length), batches.SelectMany(batch => batch).Order());
            Assert.Equal((lengths.Length + size - 1) / size, batches.Count);
            Assert.All(batches, batch => Assert.InRange(batch.Length, 1, size));
        }, threads: 1, iter: 200);

    [Fact]
    public void Little_is_padded_and_the_order_is_of_chance()
    {
        var random = new Random(1);
        int[] lengths = [.. Enumerable.Range(0, 2_000).Select(_ => random.Next(3, 64))];

        var batches = LengthBuckets.Of(lengths, 20, new Random(2));

        var padded = batches.Sum(batch => batch.Length * batch.Max(i => lengths[i])) / (double)lengths.Sum() - 1;
        Assert.InRange(padded, 0, 0.1);
        Assert.NotEqual(batches.Select(batch => lengths[batch[0]]).Order(), batches.Select(batch => lengths[batch[0]]));
        Assert.Equal(batches, LengthBuckets.Of(lengths, 20, new Random(2)));
        Assert.NotEqual(batches, LengthBuckets.Of(lengths, 20, new Random(3)));
    }
}
