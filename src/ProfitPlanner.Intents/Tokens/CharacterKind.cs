namespace ProfitPlanner.Intents.Tokens;

/// <summary>What BERT's basic tokenizer does with a character.</summary>
internal enum CharacterKind
{
    /// <summary>Part of a word.</summary>
    Inner,

    /// <summary>A word of its own: punctuation, an ideograph.</summary>
    Alone,

    /// <summary>Ends a word.</summary>
    Space,

    /// <summary>Removed, as if it were not there.</summary>
    Removed,
}
