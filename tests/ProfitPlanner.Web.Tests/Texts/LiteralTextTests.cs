using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Razor;
using ProfitPlanner.Testing;
using ProfitPlanner.Web.Tests.Architecture;

namespace ProfitPlanner.Web.Tests.Texts;

/// <summary>
/// No page holds a text of its own: every word comes from the resources. Read from the compiled pages, in which the
/// mark-up and the code are told apart for certain.
/// </summary>
public sealed partial class LiteralTextTests
{
    // Stands for what a page works out; it is no letter, and breaks no word.
    private const char Computed = '\uFFFC';

    // Names, and the letters of the formula that is shown beside the words.
    private static readonly HashSet<string> Allowed = ["ProfitPlanner", "English", "N", "α", "p", "C", "v", "m", "f", "P"];

    private static readonly string[] VisibleAttributes = ["title", "alt", "placeholder", "aria-label", "aria-description", "content"];

    private static readonly Type[] Pages = [.. typeof(Program).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(RazorPageBase)))];

    [Fact]
    public void The_pages_are_found() => Assert.Contains(Pages, p => Markup(p).Any(m => m.Contains("<main", StringComparison.Ordinal)));

    [Fact]
    public void No_page_holds_words_between_its_tags() =>
        Expect.None(
            from page in Pages
            from markup in Markup(page)
            from node in Parse(markup).Descendants<IText>()
            where node.ParentElement is not { LocalName: "script" or "style" }
            from word in Words(node.Data)
            select $"{page.Name}: '{word}' in '{node.Data.Trim()}'");

    [Fact]
    public void No_page_holds_words_in_an_attribute_that_is_shown_or_read_out() =>
        Expect.None(
            (from page in Pages
             from markup in Markup(page)
             from element in Parse(markup).Descendants<IElement>()
             from attribute in element.Attributes
             where VisibleAttributes.Contains(attribute.Name) && element.LocalName != "meta"
             from word in Words(attribute.Value)
             select $"{page.Name}: '{word}' in {attribute.Name}='{attribute.Value}'")
            .Concat(
                from page in Pages
                from pair in TagHelperAttributes(page)
                where VisibleAttributes.Contains(pair.Name)
                from word in Words(pair.Value)
                select $"{page.Name}: '{word}' in {pair.Name}='{pair.Value}'"));

    private static IDocument Parse(string markup) => new HtmlParser().ParseDocument(markup);

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value).Where(word => !Allowed.Contains(word));

    /// <summary>What each method of a page writes, in order; the insides of tag helpers are methods of their own.</summary>
    private static IEnumerable<string> Markup(Type page)
    {
        foreach (var (_, body) in MethodBodies.Of(page))
        {
            var markup = new StringBuilder();
            var inAttribute = false;
            for (var i = 1; i < body.Count; i++)
            {
                var called = body[i].Called?.Name;
                inAttribute = called switch
                {
                    "BeginWriteTagHelperAttribute" => true,
                    "EndWriteTagHelperAttribute" => false,
                    _ => inAttribute,
                };
                if (called == "WriteLiteral" && body[i - 1].Text is { } literal && !inAttribute)
                    markup.Append(literal);
                else if (called is "WriteLiteral" or "Write")
                    markup.Append(Computed);
            }

            if (markup.Length > 0)
                yield return markup.ToString();
        }
    }

    /// <summary>Attributes with a fixed value on elements that are tag helpers: kept apart from the mark-up.</summary>
    private static IEnumerable<(string Name, string Value)> TagHelperAttributes(Type page) =>
        from method in MethodBodies.Of(page)
        from at in Enumerable.Range(0, Math.Max(0, method.Body.Count - 1))
        let name = method.Body[at].Text
        let value = method.Body[at + 1].Text
        where name is not null && value is not null && !value.Contains($"{name}=", StringComparison.Ordinal)
        select (name, value);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
