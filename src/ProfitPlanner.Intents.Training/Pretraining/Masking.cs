using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.Pretraining;

/// <summary>Hides tokens, to be guessed. Source: Devlin et al., "BERT", 2019, "Masked LM".</summary>
internal sealed class Masking(Vocabulary vocabulary, double share)
{
    private const double MaskedShare = 0.8;
    private const double LeftShare = 0.1;

    /// <summary>Hides tokens of a batch in place.</summary>
    /// <returns>Where tokens are to be guessed, as numbers of [rows × length], and which stood there.</returns>
    public (long[] Places, long[] Tokens) Hide(TokenBatch batch, Random random)
    {
        var (places, tokens) = (new List<long>(), new List<long>());
        for (var row = 0; row < batch.Rows; row++)
            for (var i = 0; i < batch.Lengths[row]; i++)
            {
                var place = row * batch.Length + i;
                var token = batch.Ids[place];
                if (token == vocabulary.StartId || token == vocabulary.SeparatorId || random.NextDouble() >= share)
                    continue;
                places.Add(place);
                tokens.Add(token);
                batch.Ids[place] = random.NextDouble() switch
                {
                    < MaskedShare => vocabulary.MaskId,
                    < MaskedShare + LeftShare => token,
                    // Padding, the number 0, is no token.
                    _ => random.Next(1, vocabulary.Count),
                };
            }
        return ([.. places], [.. tokens]);
    }
}
