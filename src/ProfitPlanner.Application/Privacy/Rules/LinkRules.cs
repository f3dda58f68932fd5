using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Links, e-mail addresses, handles, internet addresses.</summary>
internal static partial class LinkRules
{
    // A part of a path as long as this with letters and digits in it opens something.
    private const int ShortestToken = 16;

    private const int DigitsOfAnIdentifier = 5;

    // ":: 1" and "std::vector" are no addresses of anybody.
    private const int FewestGroupsOfV6 = 3;

    private static readonly SearchValues<string> Mailers = SearchValues.Create(["mailcom", "mailnet", "mailorg", "mailco", "mailin", "yahoo", "outlookcom", "icloudcom", "aolcom"], StringComparison.OrdinalIgnoreCase);

    public static void Find(RuleText read, List<PersonalSpan> found)
    {
        var text = read.Text;
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase))
            foreach (var link in Link().EnumerateMatches(text))
                if (IsSecret(text.AsSpan(link.Index, link.Length)))
                    Add(found, link, PersonalKind.Url);
                else
                    read.AddHarmless(link.Index, link.Index + link.Length);
        if (text.Contains('@') || text.Contains('＠'))
        {
            foreach (var address in Email().EnumerateMatches(text))
                Add(found, address, PersonalKind.Email);
            foreach (var handle in Handle().EnumerateMatches(text))
                Add(found, handle, PersonalKind.Account);
        }
        if (text.Contains(" dot ", StringComparison.OrdinalIgnoreCase) || text.Contains("at)", StringComparison.OrdinalIgnoreCase) || text.Contains("at]", StringComparison.OrdinalIgnoreCase))
            foreach (var address in SpokenEmail().EnumerateMatches(text))
                Add(found, address, PersonalKind.Email);
        if (text.AsSpan().ContainsAny(Mailers))
            foreach (var address in UnpunctuatedEmail().EnumerateMatches(text))
                Add(found, address, PersonalKind.Email);
        if (text.Contains('.') || text.Contains(':'))
            foreach (var address in Machine().EnumerateMatches(text))
                if (IsMachine(text, address.Index, address.Length))
                    Add(found, address, PersonalKind.Ip);
    }

    private static bool IsSecret(ReadOnlySpan<char> link)
    {
        if (link.ContainsAny('?', '@', '#'))
            return true;
        var path = link.IndexOf("://") is var scheme and >= 0 ? link[(scheme + 3)..] : link;
        var isHost = true;
        foreach (var part in path.Split('/'))
        {
            var word = path[part];
            var (digits, letters) = (0, 0);
            foreach (var c in word)
                (digits, letters) = (digits + (char.IsDigit(c) ? 1 : 0), letters + (char.IsLetter(c) ? 1 : 0));
            if (digits >= DigitsOfAnIdentifier || (!isHost && word.Length >= ShortestToken && digits > 0 && letters > 0))
                return true;
            isHost = false;
        }
        return false;
    }

    private static bool IsMachine(string text, int start, int length)
    {
        var address = text.AsSpan(start, length);
        if (!IPAddress.TryParse(address, out var parsed))
            return false;
        if (parsed.AddressFamily == AddressFamily.InterNetwork)
            return address.Count('.') == 3 && !Version().IsMatch(text.AsSpan(Math.Max(0, start - 12), Math.Min(12, start)));
        var groups = 0;
        foreach (var group in address.Split(':'))
            groups += group.End.GetOffset(address.Length) > group.Start.GetOffset(address.Length) ? 1 : 0;
        return groups >= FewestGroupsOfV6;
    }

    private static void Add(List<PersonalSpan> found, ValueMatch match, string kind) => found.Add(new PersonalSpan(match.Index, match.Index + match.Length, kind));

    [GeneratedRegex(@"(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://|www\.)[^\s<>""'\[\]{}|\\，。；：！？）】》\u3400-\u9fff]*[^\s<>""'\[\]{}|\\，。；：！？）】》\u3400-\u9fff.,;:!?)]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    // Letters of any script but those that are written without spaces: "邮箱是wang@qq.com".
    [GeneratedRegex(@"[\p{L}\p{N}._%+'~-[\u3040-\u30ff\u3400-\u9fff]]{1,64}[@＠](?:[\p{L}\p{N}-[\u3040-\u30ff\u3400-\u9fff]](?:[\p{L}\p{N}-[\u3040-\u30ff\u3400-\u9fff]]|[-.](?=[\p{L}\p{N}-[\u3040-\u30ff\u3400-\u9fff]])){0,252})", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{L}\p{N}._-])@[A-Za-z0-9_]{3,30}", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    // "john dot doe at example dot com".
    [GeneratedRegex(@"\b(?:[a-z0-9._-]{1,40} dot ){0,2}[a-z0-9._-]{1,40} ?(?: at |\(at\)|\[at\]) ?(?:[a-z0-9-]{1,40} ?(?: dot |\(dot\)|\[dot\]|\.) ?){1,3}(?:com|net|org|edu|co|in|io|de|uk|cn)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpokenEmail();

    // "johngmailcom", where the punctuation was lost.
    [GeneratedRegex(@"\b(?:[a-z0-9_]{1,20} [0-9]{1,4} )?[a-z0-9_]{0,40}(?:mail|yahoo|outlook|icloud|aol)(?:com|net|org|couk|coin|in)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnpunctuatedEmail();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.:-])(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![.]?[\p{L}\p{N}])|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?![:\p{L}\p{N}]))", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();

    [GeneratedRegex(@"(?:version|release|build|firmware|\bv)[ .:]?\s*$|版本\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
