using System.Text;
using ProfitPlanner.Intents.Taxonomy;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Taxonomy;
using ProfitPlanner.Intents.Training.Tests.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Taxonomy;

public sealed class SupportTaxonomyTests
{
    private const string Thanks = """{ "id": "thanks", "group": "talk", "name": "Thanks", "nameZh": "感谢", "description": "Says thank you." }""";
    private const string ThanksLabel = """{ "label": "ty", "to": "thanks" }""";

    [Fact]
    public void Labels_go_to_an_intent_to_none_or_nowhere_and_a_text_may_be_an_exception()
    {
        var taxonomy = Parse(Thanks, $$"""{{ThanksLabel}}, { "label": "joke", "to": "none", "why": "Chit-chat." }, { "label": "mixed", "to": "leave_out", "why": "Mixed." }""",
            """{ "dataSet": "set", "label": "joke", "text": "ta", "to": "thanks" }""");

        Assert.Equal(new LabelMapping("set", "ty", LabelUse.Intent, "thanks", null), taxonomy.Map("set", "ty"));
        Assert.Equal(new LabelMapping("set", "joke", LabelUse.NoneOfThese, null, "Chit-chat."), taxonomy.Map("set", "joke"));
        Assert.Equal(new LabelMapping("set", "mixed", LabelUse.LeftOut, null, "Mixed."), taxonomy.Map("set", "mixed"));
        Assert.Equal("thanks", taxonomy.Map("set", "joke", "ta").Intent);
        Assert.Equal(LabelUse.NoneOfThese, taxonomy.Map("set", "joke", "another").Use);
        Assert.Equal("support.json", taxonomy.File.Name);
    }

    [Fact]
    public void Slots_become_kinds_of_personal_data_or_nothing()
    {
        var taxonomy = Parse(Thanks, ThanksLabel, personal: """{ "slot": "phonenumber", "to": "phone" }""");

        Assert.Equal(("phone", "O"), (taxonomy.Personal("phonenumber"), taxonomy.Personal("food_item")));
        Assert.Equal("support.json: the slot a is there twice.", Refusal("""{ "slot": "a", "to": "b" }, { "slot": "a", "to": "c" }"""));
        Assert.Equal("support.json: O is not the name of a kind of personal data.", Refusal("""{ "slot": "a", "to": "O" }"""));

        static string Refusal(string personal) => Assert.Throws<InvalidDataException>(() => Parse(Thanks, ThanksLabel, personal: personal)).Message;
    }

    [Fact]
    public void An_unknown_label_is_named()
    {
        Assert.Equal("set: the taxonomy has no label hello.", Assert.Throws<InvalidDataException>(() => Parse(Thanks, ThanksLabel).Map("set", "hello")).Message);
    }

    [Theory]
    [InlineData(Thanks + "," + Thanks, ThanksLabel, "", "the intent thanks is there twice.")]
    [InlineData("""{ "id": "Say thanks", "group": "talk", "name": "T", "nameZh": "T", "description": "T." }""", "", "", "Say thanks is not the id of an intent.")]
    [InlineData("""{ "id": "oos", "group": "talk", "name": "T", "nameZh": "T", "description": "T." }""", "", "", "oos is not the id of an intent.")]
    [InlineData("""{ "id": "thanks", "group": "talk", "name": "T", "nameZh": " ", "description": "T." }""", ThanksLabel, "", "the intent thanks lacks a name or a description.")]
    [InlineData(Thanks, ThanksLabel + "," + ThanksLabel, "", "set: the label ty is there twice.")]
    [InlineData(Thanks, """{ "label": "ty", "to": "thank" }""", "", "set: the label ty goes to thank, which is no intent.")]
    [InlineData(Thanks, ThanksLabel + """, { "label": "joke", "to": "none" }""", "", "set: the label joke goes to no intent, and nothing says why.")]
    [InlineData(Thanks, """{ "label": "joke", "to": "none", "why": "Chit-chat." }""", "", "the intent thanks has no label of a data set.")]
    [InlineData(Thanks, ThanksLabel, """{ "dataSet": "set", "label": "tea", "text": "ta", "to": "none" }""", "set: the taxonomy has no label tea.")]
    [InlineData(Thanks, ThanksLabel, """{ "dataSet": "set", "label": "ty", "text": "ta", "to": "thanks" }""", "set: the text 'ta' goes where its label ty does.")]
    [InlineData(Thanks, ThanksLabel, """{ "dataSet": "set", "label": "ty", "text": "ta", "to": "none" }, { "dataSet": "set", "label": "ty", "text": "ta", "to": "leave_out" }""", "set: the text 'ta' is there twice.")]
    public void What_contradicts_itself_is_refused(string intents, string labels, string texts, string fault)
    {
        Assert.Equal("support.json: " + fault, Assert.Throws<InvalidDataException>(() => Parse(intents, labels, texts)).Message);
    }

    [Theory]
    [InlineData("""{ "id": "thanks", "group": "chat", "name": "T", "nameZh": "T", "description": "T." }""")]
    [InlineData("""{ "id": "thanks", "group": "talk", "name": "T", "description": "T." }""")]
    [InlineData("""{ "id": "thanks", "group": "talk", "name": "T", "nameZh": "T", "description": "T.", "colour": "red" }""")]
    [InlineData("{")]
    public void What_is_not_of_the_shape_is_refused(string intents)
    {
        Assert.StartsWith("support.json: ", Assert.Throws<InvalidDataException>(() => Parse(intents, ThanksLabel)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_taxonomy_that_ships_is_sound()
    {
        var taxonomy = SupportTaxonomy.Load();

        Assert.Equal(77, taxonomy.Mappings.Count(mapping => mapping.DataSet == "banking77"));
        Assert.Equal(151, taxonomy.Mappings.Count(mapping => mapping.DataSet == "clinc150"));
        Assert.Equal(Enum.GetValues<IntentGroup>(), taxonomy.Intents.Select(intent => intent.Group).Distinct().Order());
        Assert.Equal(taxonomy.Intents, taxonomy.Intents.OrderBy(intent => intent.Group));
        Assert.All(taxonomy.Intents, intent => Assert.EndsWith(".", intent.Description, StringComparison.Ordinal));
        Assert.Equal(taxonomy.Intents.Count, taxonomy.Intents.Select(intent => intent.NameZh).Distinct().Count());
    }

    [Fact]
    public void The_labels_and_the_exceptional_texts_are_exactly_those_of_the_data()
    {
        var folder = SharedData.Required();
        var taxonomy = SupportTaxonomy.Load();
        var data = new List<(string DataSet, LabelledText Row)>();
        data.AddRange(CsvTexts.Read(Path.Combine(folder, "banking77/train.csv")).Rows.Select(row => ("banking77", row)));
        data.AddRange(Clinc150.Read(Path.Combine(folder, "clinc150/data_full_train_val.json")).Values.SelectMany(split => split.Rows).Select(row => ("clinc150", row)));
        foreach (var domain in new[] { "multidogo/airline", "multidogo/fastfood", "multidogo/finance", "multidogo/software" })
            foreach (var split in new[] { "train", "dev" })
                data.AddRange(MultiDogo.Read(Path.Combine(folder, domain), split).Rows.Select(row => (domain, row)));

        Assert.Equal(
            data.SelectMany(row => row.Row.Labels.Select(label => (row.DataSet, label))).Distinct().Order(),
            taxonomy.Mappings.Select(mapping => (mapping.DataSet, mapping.Label)).Order());
        Assert.Subset(
            data.SelectMany(row => row.Row.Labels.Select(label => (row.DataSet, label, row.Row.Text))).ToHashSet(),
            taxonomy.ExceptionalTexts.ToHashSet());
        Assert.Subset(data.SelectMany(row => row.Row.WordTags ?? []).ToHashSet(), taxonomy.Slots.ToHashSet());
    }

    private static SupportTaxonomy Parse(string intents, string labels, string texts = "", string personal = "") =>
        SupportTaxonomy.Parse(Encoding.UTF8.GetBytes($$"""{ "intents": [{{intents}}], "dataSets": [{ "name": "set", "labels": [{{labels}}] }], "personal": [{{personal}}], "texts": [{{texts}}] }"""));
}
