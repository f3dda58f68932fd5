using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Headings by which exports name their columns, in English and Chinese.</summary>
internal static partial class ColumnNames
{
    private static readonly Dictionary<string, ColumnRole> Known = [];

    private static readonly HashSet<string> Personal = new(
        new[] { "name", "firstname", "lastname", "fullname", "surname", "nickname", "customername", "clientname", "contactname", "agentname", "username", "userid", "email", "mail", "emailaddress",
            "phone", "phonenumber", "telephone", "mobile", "address", "street", "zip", "zipcode", "postcode", "ssn", "card", "cardnumber", "account", "ip", "ipaddress", "birth", "birthday", "birthdate", "password" }
            .SelectMany(word => new[] { word, word + "s", word + "es" }), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] PersonalInChinese =
        ["姓名", "名字", "邮箱", "电话", "手机", "地址", "身份证", "卡号", "账号", "用户名", "微信", "生日", "密码"];

    // Whatever stands below them.
    private static readonly HashSet<string> Others =
        ["id", "subject", "title", "description", "status", "priority", "tags", "notes", "score", "rating", "product", "编号", "主题", "标题", "描述", "状态", "备注", "评分", "产品"];

    static ColumnNames()
    {
        Add(ColumnRole.Conversation, "conversation", "conversationid", "conversationnumber", "conv", "convid", "convo", "convoid", "dialogue", "dialogueid", "dialog", "dialogid", "chat", "chatid", "chatnumber",
            "session", "sessionid", "ticket", "ticketid", "ticketnumber", "case", "caseid", "casenumber", "thread", "threadid", "interactionid",
            "会话", "会话id", "会话编号", "会话号", "对话", "对话id", "对话编号", "工单", "工单id", "工单号", "工单编号");
        Add(ColumnRole.TurnNumber, "turn", "turnnumber", "turnid", "turnindex", "turnno", "messagenumber", "messageindex", "sequence", "seq", "轮次", "序号", "消息序号");
        Add(ColumnRole.Time, "time", "timestamp", "date", "datetime", "createdat", "created", "sentat", "messagetime", "ts", "时间", "日期", "发送时间", "创建时间", "消息时间");
        Add(ColumnRole.Speaker, "speaker", "speakerrole", "role", "sender", "sendertype", "senderrole", "author", "authortype", "authorrole", "from", "who", "party", "participant", "direction", "messagetype",
            "说话人", "角色", "发送者", "发送方", "发言人", "发送人", "发言者");
        Add(ColumnRole.Text, "text", "utterance", "message", "messagetext", "messagebody", "body", "plainbody", "content", "comment", "sentence", "query", "transcript", "line",
            "文本", "内容", "消息", "消息内容", "话语", "正文", "对话内容", "聊天内容", "句子");
        Add(ColumnRole.Language, "language", "lang", "locale", "语言", "语种");
        Add(ColumnRole.Plan, "plan", "tier", "subscription", "memberlevel", "package", "pricingplan", "套餐", "订阅", "会员等级", "版本");
        Add(ColumnRole.Region, "region", "country", "market", "地区", "区域", "国家");
        Add(ColumnRole.CompanySize, "companysize", "employees", "headcount", "公司规模", "企业规模", "员工数", "人数规模");
        Add(ColumnRole.Channel, "channel", "via", "viachannel", "medium", "渠道", "来源渠道");
        Add(ColumnRole.Label, "label", "intent", "category", "topic", "标签", "意图", "分类", "类别");
    }

    /// <summary>By the heading, or by the last step of a way.</summary>
    public static ColumnRole? Of(string name) =>
        Known.TryGetValue(Plain(name), out var role) || Known.TryGetValue(Plain(Last(name)), out role) ? role : null;

    /// <summary>Whether a row that has it in a cell is one of headings.</summary>
    public static bool IsHeading(string name) =>
        Of(name) is not null || Others.Contains(Plain(name)) || (name.Length < 30 && !name.Contains(' ', StringComparison.Ordinal) && IsPersonal(name));

    /// <summary>Whether what stands below is likely to be personal data, so that it is not even shown.</summary>
    public static bool IsPersonal(string name)
    {
        // Whole words: there is an 'ip' in every description.
        string[] words = [.. Word().Matches(name).Select(match => match.Value)];
        return words.Any(Personal.Contains) || words.Zip(words.Skip(1), string.Concat).Any(Personal.Contains)
            || PersonalInChinese.Any(word => name.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Letters and digits alone, in lower case.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static void Add(ColumnRole role, params string[] names)
    {
        foreach (var name in names)
            Known[name] = role;
    }

    // 'IPAddress' has two.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
