using System.Globalization;
using System.Text;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Taxonomy;
using ProfitPlanner.Intents.Training.Tests.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Taxonomy;

public sealed class SupportDataTests : IDisposable
{
    private const string Turns = "conversationId\tturnNumber\tutterance\tslot-labels\tintent\n";

    private static readonly SupportTaxonomy Small = SupportTaxonomy.Parse(Encoding.UTF8.GetBytes("""
        {
          "intents": [
            { "id": "order", "group": "demand", "name": "Order", "nameZh": "订", "description": "Orders." },
            { "id": "thanks", "group": "talk", "name": "Thanks", "nameZh": "谢", "description": "Thanks." }
          ],
          "dataSets": [
            { "name": "banking77", "labels": [{ "label": "get_card", "to": "order" }, { "label": "weather", "to": "none", "why": "Not ours." }, { "label": "mixed", "to": "leave_out", "why": "Mixed." }] },
            { "name": "clinc150", "labels": [{ "label": "thank_you", "to": "thanks" }, { "label": "order", "to": "order" }, { "label": "oos", "to": "none", "why": "Not ours." }] },
            { "name": "multidogo/shop", "labels": [
              { "label": "pizza", "to": "order" }, { "label": "drink", "to": "order" }, { "label": "thanks", "to": "thanks" },
              { "label": "chat", "to": "none", "why": "Not ours." }, { "label": "other", "to": "leave_out", "why": "Mixed." }] }
          ],
          "personal": [{ "slot": "who", "to": "name" }],
          "texts": [{ "dataSet": "clinc150", "label": "oos", "text": "buy it", "to": "order" }]
        }
        """));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_tenth_of_each_label_of_banking77_is_dev_and_the_same_for_a_seed()
    {
        Write(banking: string.Concat(Enumerable.Range(0, 40).Select(i => $"card {i},get_card\n")) + string.Concat(Enumerable.Range(0, 20).Select(i => $"rain {i},weather\n")));

        var (one, again, other) = (Read(), Read(), SupportData.Read(_folder.Path, Small, seed: 5));

        Assert.Equal([new IntentCount("order", "banking77", 36, 4), new IntentCount("oos", "banking77", 18, 2)], one.Counts);
        Assert.Equal(one.Dev.Select(row => row.Text), again.Dev.Select(row => row.Text));
        Assert.NotEqual(one.Dev.Select(row => row.Text), other.Dev.Select(row => row.Text));
        Assert.Empty(one.Train.Select(row => row.Text).Intersect(one.Dev.Select(row => row.Text)));
    }

    [Fact]
    public void Rows_get_the_intents_of_their_labels()
    {
        Write(
            clinc: """{"train": [["ta", "thank_you"]], "val": [["cheers", "thank_you"]], "oos_train": [["who won", "oos"], ["buy it", "oos"]], "oos_val": [["sing", "oos"]], "test": [["x", "unknown"]]}""",
            train: "a\t1\tu v\twho size\tpizza<div>drink\na\t2\tboth\tO\tdrink<div>thanks\na\t3\twell\tO\tchat<div>thanks\na\t4\thm\tO\tchat\na\t5\twhat\tO\tother<div>thanks\n");

        var data = Read();

        Assert.Equal(
            ["ta: thanks", "who won: oos", "buy it: order", "u v: order", "both: order thanks", "well: thanks", "hm: oos"],
            data.Train.Select(row => $"{row.Text}: {string.Join(' ', row.Labels)}"));
        Assert.Equal(["cheers: thanks", "sing: oos"], data.Dev.Select(row => $"{row.Text}: {string.Join(' ', row.Labels)}"));
        Assert.Equal([null, "multidogo/shop/chat"], ((string[])["u v", "hm"]).Select(text => data.Train.Single(row => row.Text == text).Detail));
        Assert.Equal(["name", "O"], data.Train.Single(row => row.Text == "u v").WordTags);
        Assert.Equal("u v\nboth\nwell", data.Train.Single(row => row.Text == "hm").Context);
        Assert.Contains("train: rows with a label that the taxonomy leaves out: 2.", data.Notices);
    }

    [Fact]
    public void A_text_is_there_once_and_never_in_dev_when_it_is_trained_on()
    {
        Write(
            train: "a\t1\tTwo, please!\tO O\tpizza\na\t2\ttwo please\tO O\tdrink\na\t3\ttwo please\tO O\tthanks\n",
            dev: "a\t1\ttwo please\tO O\tthanks\na\t2\tnew\tO\tthanks\na\t3\tNew.\tO\tthanks\n");

        var data = Read();

        Assert.Equal(("Two, please!", "order"), (Assert.Single(data.Train).Text, data.Train[0].Labels[0]));
        Assert.Equal("new", Assert.Single(data.Dev).Text);
        Assert.Contains("dev: rows with a text that train has, left out: 1.", data.Notices);
        Assert.Contains("train: rows that repeat a text: 1; that have other labels than two thirds of the rows of their text: 1.", data.Notices);
    }

    [Fact]
    public void A_text_whose_rows_do_not_agree_is_dropped_and_told()
    {
        Write(train: "a\t1\tok\tO\tpizza\na\t2\tok\tO\tthanks\na\t3\tfine\tO\tthanks\n");

        var data = Read();

        Assert.Equal("fine", Assert.Single(data.Train).Text);
        Assert.Contains("train: texts with conflicting labels, dropped: 1 (ok).", data.Notices);
    }

    [Fact]
    public void An_unknown_label_or_a_missing_split_is_told()
    {
        Write(train: "a\t1\tok\tO\tburger\n");
        Assert.Equal("multidogo/shop: the taxonomy has no label burger.", Assert.Throws<InvalidDataException>(Read).Message);

        Write(clinc: """{"train": []}""");
        Assert.Equal("clinc150: there is no split oos_train.", Assert.Throws<InvalidDataException>(Read).Message);
    }

    [Fact]
    public void Every_file_has_its_fingerprint_once()
    {
        Write();

        Assert.Equal(["support.json", "banking77/train.csv", "clinc150/data_full_train_val.json", "multidogo/shop/train.tsv", "multidogo/shop/dev.tsv"], Read().Files.Select(file => file.Name));
    }

    [Fact]
    public void Every_intent_of_the_real_data_has_at_least_sixty_texts_to_train_on_and_some_to_choose_on()
    {
        var data = SupportData.Read(SharedData.Required(), SupportTaxonomy.Load());

        Assert.All(data.Counts.GroupBy(count => count.Intent), intent =>
        {
            Assert.True(intent.Sum(count => count.Train) >= 60, intent.Key);
            Assert.True(intent.Sum(count => count.Dev) >= 10, intent.Key);
        });
        Assert.Equal(SupportTaxonomy.Load().Intents.Count + 1, data.Counts.Select(count => count.Intent).Distinct().Count());
        Assert.Empty(data.Train.Select(row => SameText.Key(row.Text)).Intersect(data.Dev.Select(row => SameText.Key(row.Text))));
        Assert.Equal(data.Train.Count, data.Train.Select(row => SameText.Key(row.Text)).Distinct().Count());
    }

    [Fact]
    public void The_tables_of_the_documentation_are_those_of_the_data()
    {
        var taxonomy = SupportTaxonomy.Load();
        var data = SupportData.Read(SharedData.Required(), taxonomy);
        var intents = taxonomy.Intents.ToDictionary(intent => intent.Id);
        var table = new StringBuilder();
        foreach (var counts in data.Counts.GroupBy(count => count.Intent))
        {
            var (name, group) = intents.TryGetValue(counts.Key, out var intent) ? (intent.NameZh, intent.Group.ToString().ToLowerInvariant()) : ("都不是", "");
            var sources = string.Join(", ", counts.Select(count => $"{count.DataSet} {count.Train + count.Dev}"));
            table.Append(CultureInfo.InvariantCulture, $"| `{counts.Key}` | {name} | {group} | {counts.Sum(count => count.Train)} | {counts.Sum(count => count.Dev)} | {sources} |\n");
        }
        var labels = new StringBuilder();
        foreach (var set in taxonomy.Mappings.GroupBy(mapping => mapping.DataSet))
            labels.Append(CultureInfo.InvariantCulture, $"| {set.Key} | {string.Join(" | ", Enum.GetValues<LabelUse>().Select(use => set.Count(mapping => mapping.Use == use)))} |\n");

        var document = File.ReadAllText(Path.Combine(SharedData.Repository(), "docs/intents/taxonomy.md")).ReplaceLineEndings("\n");
        Assert.Contains(table.ToString(), document, StringComparison.Ordinal);
        Assert.Contains(labels.ToString(), document, StringComparison.Ordinal);
    }

    private SupportData Read() => SupportData.Read(_folder.Path, Small);

    private void Write(string banking = "", string clinc = """{"train": [], "val": [], "oos_train": [], "oos_val": []}""", string train = "", string dev = "")
    {
        _folder.Write("banking77/train.csv", "text,category\n" + (banking.Length > 0 ? banking : "unused,mixed\n"));
        _folder.Write("clinc150/data_full_train_val.json", clinc);
        _folder.Write("multidogo/shop/train.tsv", Turns + train);
        _folder.Write("multidogo/shop/dev.tsv", Turns + dev);
    }
}
