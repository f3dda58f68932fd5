using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Texts;

public sealed class TextTests
{
    public static TheoryData<string> EveryFile() => [.. ResourceFile.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(EveryFile))]
    public void Every_english_text_has_a_chinese_one_and_the_reverse(string file)
    {
        var texts = File(file);

        Assert.NotEmpty(texts.English);
        Expect.None(texts.English.Keys.Except(texts.Chinese.Keys));
        Expect.None(texts.Chinese.Keys.Except(texts.English.Keys));
    }

    [Theory, MemberData(nameof(EveryFile))]
    public void No_text_is_empty_and_no_chinese_text_is_still_english(string file)
    {
        var texts = File(file);

        Expect.None(texts.English.Concat(texts.Chinese).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key));
        Expect.None(texts.Chinese.Where(t => texts.English.GetValueOrDefault(t.Key) == t.Value && t.Value.Any(char.IsAsciiLetterLower)).Select(t => t.Key));
    }

    [Theory, MemberData(nameof(EveryFile))]
    public void The_places_to_fill_in_agree(string file)
    {
        var texts = File(file);

        Expect.None(
            from text in texts.English
            where texts.Chinese.ContainsKey(text.Key)
                && !ResourceFile.Places(text.Value).SequenceEqual(ResourceFile.Places(texts.Chinese[text.Key]))
            select $"{text.Key}: '{text.Value}' and '{texts.Chinese[text.Key]}'");
    }

    [Fact]
    public void Every_key_that_a_page_uses_has_a_text() =>
        Expect.None(
            from use in UsedText.All
            where !use.IsIn(File(use.Resource))
            select $"{use.File}: {use.Resource} has no '{use.Key}'");

    [Fact]
    public void The_uses_are_found() =>
        Assert.Contains(UsedText.All, use => use is { Resource: "SharedTexts", Key: "SkipToContent" });

    private static ResourceFile File(string name) => ResourceFile.All.Single(f => f.Name == name);
}
