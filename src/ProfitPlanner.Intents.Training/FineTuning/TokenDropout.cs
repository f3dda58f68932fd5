using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>Leaves out or masks some tokens of a text, so that no single one decides.</summary>
internal sealed class TokenDropout(double share, Vocabulary vocabulary)
{
    /// <param name="text">Its tokens.</param>
    /// <param name="random">Decides which.</param>
    public VariedTokens Of(VariedTokens text, Random random)
    {
        if (share == 0)
            return text;
        var tokens = text.Tokens;
        var ids = new List<int>(tokens.Length);
        var types = new List<int>(tokens.Length);
        var origins = new List<int>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var id = tokens.Ids[i];
            if (id != vocabulary.StartId && id != vocabulary.SeparatorId && random.NextDouble() < share)
            {
                if (random.NextDouble() < 0.5)
                    continue;
                id = vocabulary.MaskId;
            }
            ids.Add(id);
            types.Add(tokens.Types[i]);
            origins.Add(text.Origins[i]);
        }
        return new VariedTokens(new TokenSequence([.. ids], [.. types]), [.. origins]);
    }
}
