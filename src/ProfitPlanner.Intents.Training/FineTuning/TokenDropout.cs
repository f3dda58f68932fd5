using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>Leaves out or masks some tokens of a text, so that no single one decides.</summary>
internal sealed class TokenDropout(double share, Vocabulary vocabulary)
{
    /// <param name="tokens">The text.</param>
    /// <param name="mayShorten">Whether tokens may be left out, or masked only.</param>
    /// <param name="random">Decides which.</param>
    public TokenSequence Of(TokenSequence tokens, bool mayShorten, Random random)
    {
        if (share == 0)
            return tokens;
        var ids = new List<int>(tokens.Length);
        var types = new List<int>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var id = tokens.Ids[i];
            if (id != vocabulary.StartId && id != vocabulary.SeparatorId && random.NextDouble() < share)
            {
                if (mayShorten && random.NextDouble() < 0.5)
                    continue;
                id = vocabulary.MaskId;
            }
            ids.Add(id);
            types.Add(tokens.Types[i]);
        }
        return new TokenSequence([.. ids], [.. types]);
    }
}
