namespace ProfitPlanner.Intents.Encoder;

/// <summary>What is read off the encoder's states.</summary>
/// <remarks>
/// Weights of a head in <c>model.safetensors</c>: <c>heads.{Name}.dense.weight</c> [hidden, pooled] and
/// <c>.dense.bias</c>, then <c>heads.{Name}.out.weight</c> [labels, hidden] and <c>.out.bias</c>; one of
/// <see cref="HeadKind.TokenLabels"/> has <c>out</c> only, on the states themselves. Pooled is 2 × hidden: the mean and then the
/// maximum of the states of a sequence, padding left out. Logits = out(GELU(dense(pooled))).
/// </remarks>
/// <param name="Name">Lower-case letters: <c>intent</c>, <c>sentiment</c>, <c>personal</c>.</param>
/// <param name="Kind">What its logits mean.</param>
/// <param name="Labels">In the order of the logits.</param>
public sealed record Head(string Name, HeadKind Kind, IReadOnlyList<string> Labels)
{
    /// <summary>The head that every classifier has.</summary>
    public const string Intent = "intent";

    /// <summary>What a text feels like: one label.</summary>
    public const string Sentiment = "sentiment";

    /// <summary>Which words are personal data, and of what kind: token labels.</summary>
    public const string Personal = "personal";

    /// <summary>The label of a word that has none.</summary>
    public const string NoTag = "O";

    /// <summary>The place of a label among the logits; −1 where there is none of that name.</summary>
    public int IndexOf(string label)
    {
        for (var i = 0; i < Labels.Count; i++)
            if (Labels[i] == label)
                return i;
        return -1;
    }
}
