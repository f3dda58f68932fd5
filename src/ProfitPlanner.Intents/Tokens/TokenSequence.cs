namespace ProfitPlanner.Intents.Tokens;

/// <summary>A text, and what was said before it, as BERT reads them: [CLS] text [SEP], or [CLS] text [SEP] context [SEP].</summary>
/// <param name="Ids">Numbers of tokens in the vocabulary, [length].</param>
/// <param name="Types">0 for the text and what encloses it, 1 for the context, [length].</param>
public sealed record TokenSequence(int[] Ids, int[] Types)
{
    /// <summary>How many tokens, special ones included.</summary>
    public int Length => Ids.Length;
}
