using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>What is written in Chinese: names by cue and surname, addresses by their parts. Its numbers are in <see cref="NumberRules"/>.</summary>
internal static partial class ChineseRules
{
    // The surnames of nine people in ten.
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧";

    private const string Compound = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯";

    // What follows a name of two or three characters where no punctuation does.
    private const string After = "(?:[请想要是的在，。！？、,.!? 先女小和与您你我麻]|$)";

    private const string Region = "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门";

    // Letters of a place's name; what leads up to it is none of them.
    private const string P = "[\u4e00-\u9fff-[我你您他她它在到是寄送给住址为了的和请于从往市区县路街号省楼室]]";

    /// <summary>Whether a text has ideographs.</summary>
    public static bool Mentions(string text) => text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');

    /// <summary>Whether a turn asks for somebody's name.</summary>
    public static bool AsksName(string text) => NameAsked().IsMatch(text);

    public static void Find(string text, Asked asked, List<PersonalSpan> found)
    {
        foreach (Match match in Named().Matches(text))
            Add(found, match.Groups["name"], PersonalKind.Name);
        foreach (var match in Address().EnumerateMatches(text))
            found.Add(new PersonalSpan(match.Index, match.Index + match.Length, PersonalKind.Address));
        foreach (Match match in Stated().Matches(text))
            Add(found, match.Groups["value"], match.Groups["account"].Success ? PersonalKind.Account : PersonalKind.Password);
        if (asked.Name && Answer().Match(text) is { Success: true } answer)
            Add(found, answer.Groups["name"], PersonalKind.Name);
    }

    private static void Add(List<PersonalSpan> found, Group group, string kind) => found.Add(new PersonalSpan(group.Index, group.Index + group.Length, kind));

    [GeneratedRegex("姓名|名字|贵姓|怎么称呼|如何称呼|叫什么")]
    private static partial Regex NameAsked();

    [GeneratedRegex(
        "(?:姓名|联系人|收件人|收货人|名字|户名|持卡人)[是为叫]?[：: ]{0,2}(?<name>[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])|(?:" + Compound + "|[" + Surnames + "])[\u4e00-\u9fff]{1,2}|[A-Za-z]+(?: [A-Za-z]+){0,2})"
        + "|(?:我叫|我是|本人|名叫|叫做)(?<name>(?:" + Compound + "|[" + Surnames + "])[\u4e00-\u9fff]{1,2}?)" + After
        + "|(?<name>(?:" + Compound + "|[" + Surnames + "])[\u4e00-\u9fff]{0,2}?)(?=先生|女士|小姐|太太|经理|老师|师傅)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // Two parts of an address at least, one of which is smaller than a town.
    [GeneratedRegex(
        "(?:(?:(?:" + Region + ")(?:省|市|自治区)?|" + P + "{2,3}(?:省|市))(?:" + P + "{1,6}(?:市|自治州|地区))?(?:" + P + "{1,5}(?:区|县|旗|市))?|" + P + "{1,5}(?:区|县))?(?:" + P + "{1,6}(?:镇|乡|街道|村))?"
        + "(?:" + P + "{1,10}(?:路|街|道|巷|弄|胡同)[0-9０-９一二三四五六七八九十百]{0,6}(?:弄|号|巷)?|" + P + "{1,12}(?:小区|花园|公寓|大厦|村|苑|家园)(?=[0-9０-９一二三四五六七八九十A-Za-z]))"
        + "(?:(?:[0-9０-９A-Za-z一二三四五六七八九十-]{1,6}|" + P + "{1,8})(?:号楼|号|栋|幢|座|单元|室|层|楼|弄|小区|大厦|公寓|花园)){0,6}[0-9０-９]{0,5}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("(?:(?<account>微信号?|QQ号?|用户名|账号|帐号)|密码|验证码|口令)[是为]?[：: ]{0,2}(?<value>[A-Za-z0-9_@#$%!*.-]{3,40})", RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    [GeneratedRegex(@"^\s*(?:您?好?[，, ]?)?(?:我?[叫是]|叫)?(?<name>(?:" + Compound + "|[" + Surnames + "])[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{1,4}·[\u4e00-\u9fff]{1,6})[。.！!]?\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Answer();
}
