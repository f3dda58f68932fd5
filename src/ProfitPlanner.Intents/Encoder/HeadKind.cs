namespace ProfitPlanner.Intents.Encoder;

/// <summary>What the logits of a head mean.</summary>
public enum HeadKind
{
    /// <summary>One label for a text: softmax.</summary>
    OneLabel,

    /// <summary>Any number of labels for a text: a sigmoid each.</summary>
    AnyLabels,

    /// <summary>One label for each token: softmax.</summary>
    TokenLabels,
}
