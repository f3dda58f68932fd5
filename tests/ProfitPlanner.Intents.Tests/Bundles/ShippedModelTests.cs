using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Tests.Bundles;

/// <summary>The model that comes with the library.</summary>
public sealed class ShippedModelTests : IDisposable
{
    private const long MostBytes = 16_000_000;

    private readonly IntentClassifier _model = ShippedModel.Load();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void It_is_small_and_says_what_it_was_made_of()
    {
        string[] files = Directory.GetFiles(ShippedModel.Folder, "*", SearchOption.AllDirectories);

        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, MostBytes);
        Assert.Equal(
            _model.Manifest.Files.Keys.Append(Manifest.FileName).Order(StringComparer.Ordinal),
            files.Select(file => Path.GetRelativePath(ShippedModel.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        var card = File.ReadAllText(Path.Combine(ShippedModel.Folder, "README.md"));
        Assert.Contains(_model.Manifest.Training["command"], card, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", card, StringComparison.Ordinal);
        Assert.NotEmpty(_model.Manifest.Data);
    }

    [Theory]
    [InlineData("can i get a refund please", "refund")]
    [InlineData("how much does it cost", "fees_and_pricing")]
    [InlineData("why was i charged twice", "charge_dispute")]
    [InlineData("where is my package", "order_status")]
    [InlineData("i want to close my account", "close_account")]
    [InlineData("hello there", "greeting")]
    [InlineData("thank you so much", "thanks")]
    [InlineData("I lost my card yesterday", "lost_or_stolen")]
    [InlineData("colourless green ideas sleep furiously in the teapot of history", null)]
    public void Sentences_that_it_never_saw_get_their_intent(string text, string? intent) =>
        Assert.Equal(intent, _model.Classify(text).Intent);

    [Fact]
    public void It_says_what_its_dev_texts_were_given()
    {
        var counts = _model.Confusion!.Counts;

        // Of texts with an intent as many get theirs as the manifest says.
        var inScope = counts.SkipLast(1).ToArray();
        Assert.Equal(_model.Manifest.Metrics["none.inScopeAccuracy"], inScope.Select((row, label) => row[label]).Sum() / (double)inScope.Sum(row => row.Sum()), 0.002);
        Assert.Equal(_model.Manifest.Metrics["none.recall"], counts[^1][^1] / (double)counts[^1].Sum(), 0.002);
    }

    [Fact]
    public void Names_and_numbers_are_personal()
    {
        const string text = "my name is john smith and my phone number is 5551234567";

        var tags = _model.Classify(text).Tags;

        Assert.Equal(["name john", "name smith", "phone 5551234567"], tags.Select(tag => $"{tag.Label} {tag.Word.In(text)}"));
    }

    [Fact]
    public void Eight_bits_cost_less_than_half_a_point()
    {
        var metrics = _model.Manifest.Metrics;

        Assert.InRange(metrics["int8.accuracy"], metrics["blend.accuracy"] - 0.005, 1);
    }

    [Fact]
    public void Served_on_8_bit_integers_it_gives_real_turns_the_intents_that_it_gives_exactly()
    {
        Utterance[] turns =
        [
            .. Directory.GetFiles(Path.Combine(SharedData.Required(), "multidogo"), "dev.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .SelectMany(file => File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Where(cells => cells.Length == 6).Take(500)).Select(cells => new Utterance(cells[3])),
        ];
        using var exact = IntentClassifier.Load(ShippedModel.Folder);

        var same = exact.Classify(turns, TestContext.Current.CancellationToken).Zip(_model.Classify(turns, TestContext.Current.CancellationToken))
            .Count(pair => pair.First.Intent == pair.Second.Intent);

        Assert.True(_model.Manifest.LosesNothingQuantised);
        Assert.Equal(2_000, turns.Length);
        // What stands beside a text is nothing to it.
        Assert.Equal(_model.Score([turns[7]], TestContext.Current.CancellationToken)[0].Direction, _model.Score(turns[..20], TestContext.Current.CancellationToken)[7].Direction);
        Assert.InRange(same / (double)turns.Length, 0.99, 1);
    }

    [Fact]
    public void It_is_as_sure_as_it_is_right() => Assert.InRange(_model.Manifest.Metrics["blend.ece"], 0, 0.03);

    [Fact]
    public void Every_intent_of_the_model_is_an_intent_and_one_pass_serves_both_heads() =>
        Assert.Equal([(Head.Intent, HeadKind.OneLabel), (Head.Personal, HeadKind.TokenLabels)], _model.Manifest.Heads.Select(head => (head.Name, head.Kind)));
}
