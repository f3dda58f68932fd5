using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProfitPlanner.Web.Composition;

/// <summary>
/// A labelled input with its hint and what is wrong with it: <c>&lt;field for="Email" label="…" type="email" /&gt;</c>.
/// Keeps what was typed, except a password. Other attributes go to the input.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string Type { get; set; } = "text";

    public string? Hint { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var problem = ViewContext.ViewData.ModelState[For.Name]?.Errors.FirstOrDefault()?.ErrorMessage;
        List<string> described = [];

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var attribute in output.Attributes)
            input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        input.Attributes["id"] = id;
        input.Attributes["name"] = For.Name;
        input.Attributes["type"] = Type;
        if (Type != "password" && For.Model is string typed)
            input.Attributes["value"] = typed;

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(With(new TagBuilder("label"), "for", id, Label));
        if (Hint is not null)
        {
            described.Add($"{id}-hint");
            output.PostContent.AppendHtml(Note("hint", $"{id}-hint", Hint));
        }

        if (problem is not null)
        {
            described.Add($"{id}-error");
            input.Attributes["aria-invalid"] = "true";
            output.PostContent.AppendHtml(Note("error", $"{id}-error", problem));
        }

        if (described.Count > 0)
            input.Attributes["aria-describedby"] = string.Join(' ', described);
        output.Content.AppendHtml(input);
    }

    private static TagBuilder Note(string kind, string id, string text)
    {
        var note = With(new TagBuilder("span"), "id", id, text);
        note.AddCssClass(kind);
        return note;
    }

    private static TagBuilder With(TagBuilder tag, string attribute, string value, string text)
    {
        tag.Attributes[attribute] = value;
        tag.InnerHtml.Append(text);
        return tag;
    }
}
