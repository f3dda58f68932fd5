using System.IO.Compression;
using System.Text;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.DataSets;

public sealed class TextLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_are_read_from_plain_and_packed_files_as_often_as_wanted()
    {
        const string text = "\uFEFFone\r\n\n  two \nthrée";
        var plain = TextLines.Read(_folder.Write("a.txt", text));
        var packed = TextLines.Read(_folder.Write("a.txt.gz", Packed(text)));

        Assert.Equal(["one", "two", "thrée"], plain);
        Assert.Equal(["one", "two", "thrée"], plain);
        Assert.Equal(plain, packed);
    }

    [Fact]
    public void A_missing_file_is_told_at_once()
    {
        Assert.Throws<InvalidDataException>(() => TextLines.Read(Path.Combine(_folder.Path, "absent.txt")));
    }

    [Fact]
    public void Broken_files_are_told()
    {
        var bytes = Packed(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i * 7919 % 10_007}\n")));
        bytes.AsSpan(bytes.Length / 2, 100).Clear();
        var corrupt = _folder.Write("corrupt.txt.gz", bytes);
        var plain = _folder.Write("plain.txt.gz", "not packed");
        var latin = _folder.Write("latin.txt", Encoding.Latin1.GetBytes("café\n"));

        Assert.Contains("broken or not gzip", Assert.Throws<InvalidDataException>(() => TextLines.Read(corrupt).Count()).Message, StringComparison.Ordinal);
        Assert.Contains("broken or not gzip", Assert.Throws<InvalidDataException>(() => TextLines.Read(plain).Count()).Message, StringComparison.Ordinal);
        Assert.Contains("at line 1 or soon after it, the text is not in UTF-8", Assert.Throws<InvalidDataException>(() => TextLines.Read(latin).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dialogue_texts_are_as_many_as_their_description_says()
    {
        Assert.Equal(176_469, TextLines.Read(Path.Combine(SharedData.Required(), "dialogue-text/utterances.txt.gz")).Distinct().Count());
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
