using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Classifiers;

/// <summary>Made-up sentences of three intents and of none.</summary>
internal static class SupportTexts
{
    private static readonly string[] Things = ["card", "order", "parcel", "invoice", "account", "phone", "ticket", "watch"];

    private static readonly Dictionary<string, string[]> Requests = new()
    {
        ["find"] = ["where is my {0}", "when does my {0} come", "i wait for the {0}", "has my {0} been sent"],
        ["cancel"] = ["cancel the {0} please", "i do not want the {0} any more", "stop my {0}", "take back the {0}"],
        ["thank"] = ["thanks for the {0}", "the {0} is great thank you", "many thanks the {0} came", "thank you so much for that {0}"],
        [LabelledText.OutOfScope] = ["does a {0} sing at night", "my aunt painted a {0} blue", "a {0} and the moon", "he dreamt of one {0}"],
    };

    public static LabelledText[] Rows() =>
        [.. from request in Requests from sentence in request.Value from thing in Things select new LabelledText(string.Format(null, sentence, thing), [request.Key])];
}
