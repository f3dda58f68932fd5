namespace ProfitPlanner.Intents.Tokens;

/// <summary>Sequences side by side, padded to the longest.</summary>
public sealed class TokenBatch
{
    private TokenBatch(int rows, int length)
    {
        Rows = rows;
        Length = length;
        Ids = new long[rows * length];
        Types = new long[rows * length];
        Lengths = new int[rows];
    }

    /// <summary>How many sequences.</summary>
    public int Rows { get; }

    /// <summary>Tokens of the longest one.</summary>
    public int Length { get; }

    /// <summary>Numbers of tokens, padding as 0, [rows, length] row by row.</summary>
    public long[] Ids { get; }

    /// <summary>Types of tokens, padding as 0, [rows, length] row by row.</summary>
    public long[] Types { get; }

    /// <summary>Tokens of each sequence without padding, [rows].</summary>
    public int[] Lengths { get; }

    /// <summary>A batch of at least one sequence.</summary>
    public static TokenBatch Of(IReadOnlyList<TokenSequence> sequences)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sequences.Count);
        var batch = new TokenBatch(sequences.Count, sequences.Max(sequence => sequence.Length));
        for (var row = 0; row < batch.Rows; row++)
        {
            var sequence = sequences[row];
            batch.Lengths[row] = sequence.Length;
            for (var i = 0; i < sequence.Length; i++)
            {
                batch.Ids[row * batch.Length + i] = sequence.Ids[i];
                batch.Types[row * batch.Length + i] = sequence.Types[i];
            }
        }
        return batch;
    }
}
