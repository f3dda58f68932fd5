using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.DataSets;

public sealed class Clinc150Tests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Splits_and_rows_keep_their_order()
    {
        var splits = Read("""{"val": [["hi ", "greeting"], ["bye", "goodbye"]], "oos_val": [["who won", "oos"]]}""");

        Assert.Equal(["val", "oos_val"], splits.Keys);
        Assert.Equal([("hi", "greeting", 1), ("bye", "goodbye", 2)], splits["val"].Rows.Select(row => (row.Text, row.Labels[0], row.Line)));
        Assert.True(splits["oos_val"].Rows[0].IsOutOfScope);
        Assert.Equal("a.json", Assert.Single(splits["val"].Files).Name);
    }

    [Theory]
    [InlineData("""{"val": [["hi", "greeting"], ["bye"]]}""", "row 2 of val is not a text and an intent.")]
    [InlineData("""{"val": [["hi", 3]]}""", "row 1 of val is not a text and an intent.")]
    [InlineData("""{"val": [[" ", "greeting"]]}""", "row 1 of val is not a text and an intent.")]
    [InlineData("""{"val": 3}""", "this is not JSON of the shape")]
    [InlineData("""[1]""", "this is not JSON of the shape")]
    [InlineData("""{"val": [["hi", "greet""", "this is not JSON of the shape")]
    public void What_is_wrong_is_told(string json, string fault)
    {
        Assert.Contains("a.json: " + fault, Assert.Throws<InvalidDataException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_file_has_its_official_sizes()
    {
        var splits = Clinc150.Read(Path.Combine(SharedData.Required(), "clinc150/data_full_train_val.json"));

        Assert.Equal(
            [("oos_train", 100, 1), ("oos_val", 100, 1), ("train", 15_000, 150), ("val", 3_000, 150)],
            splits.OrderBy(split => split.Key, StringComparer.Ordinal)
                .Select(split => (split.Key, split.Value.Rows.Count, split.Value.Rows.SelectMany(row => row.Labels).Distinct().Count())));
    }

    private IReadOnlyDictionary<string, TextSet> Read(string json) => Clinc150.Read(_folder.Write("a.json", json));
}
