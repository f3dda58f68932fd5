using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Words by which exports say who speaks, in English and Chinese.</summary>
internal static class SpeakerWords
{
    private static readonly Dictionary<string, Speaker> Known = new(StringComparer.OrdinalIgnoreCase);

    static SpeakerWords()
    {
        Add(Speaker.Customer, "customer", "user", "client", "visitor", "contact", "enduser", "requester", "consumer", "caller", "buyer", "guest", "lead", "incoming", "inbound", "in", "human",
            "客户", "顾客", "用户", "买家", "访客", "客人");
        Add(Speaker.Agent, "agent", "support", "staff", "admin", "operator", "representative", "rep", "csr", "advisor", "employee", "team", "supportagent", "outgoing", "outbound", "out", "seller", "teammate",
            "客服", "坐席", "座席", "商家", "卖家", "人工客服", "员工");
        Add(Speaker.Machine, "bot", "chatbot", "system", "action", "assistant", "automation", "workflow", "activity", "机器人", "系统", "智能客服");
    }

    public static Speaker? Of(string value) => Known.TryGetValue(ColumnNames.Plain(value), out var speaker) ? speaker : null;

    private static void Add(Speaker speaker, params string[] words)
    {
        foreach (var word in words)
            Known[word] = speaker;
    }
}
