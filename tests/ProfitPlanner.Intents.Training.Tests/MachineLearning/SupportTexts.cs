namespace ProfitPlanner.Intents.Training.Tests.MachineLearning;

/// <summary>A few dozen distinct sentences of three intents, which words tell apart.</summary>
internal static class SupportTexts
{
    private static readonly Dictionary<string, string[]> Wishes = new()
    {
        ["refund"] = ["I want my money back for", "please refund", "can I return"],
        ["delivery"] = ["when will you deliver", "please track", "where on its way is"],
        ["cancellation"] = ["I wish to cancel", "please stop", "do not renew"],
    };

    private static readonly string[] Things = ["the red shoes", "my order", "this parcel", "the gift box", "our tickets", "that book", "the subscription", "my lamp"];

    /// <summary>72 rows, the labels in turn and not in the order of the alphabet.</summary>
    public static LabelledSentence[] All { get; } =
    [
        .. from thing in Things
           from i in Enumerable.Range(0, 3)
           from label in Wishes.Keys
           select new LabelledSentence { Text = $"{Wishes[label][i]} {thing}", Category = label, Before = i == 0 ? "hello" : "" },
    ];

    /// <summary>Rows of none of the intents.</summary>
    public static LabelledSentence[] OutOfScope { get; } =
    [
        .. from thing in Things
           from wish in (string[])["who painted", "sing a song about"]
           select new LabelledSentence { Text = $"{wish} {thing}", Category = "oos" },
    ];
}
