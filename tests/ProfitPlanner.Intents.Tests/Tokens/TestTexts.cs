using System.IO.Compression;

namespace ProfitPlanner.Intents.Tests.Tokens;

/// <summary>Real texts, from the data that lies beside the repository; a test that asks for them is skipped where it is absent.</summary>
internal static class TestTexts
{
    /// <summary>The queries of Banking77, as they stand in the file of comma-separated values: with quotes, but without their labels.</summary>
    public static string[] Banking() =>
        [.. File.ReadLines(Find("banking77/train.csv")).Skip(1).Select(line => line[..Math.Max(0, line.LastIndexOf(','))])];

    /// <summary>The first utterances of dialogues.</summary>
    public static string[] Dialogues(int count)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Find("dialogue-text/utterances.txt.gz")), CompressionMode.Decompress));
        var lines = new List<string>(count);
        while (lines.Count < count && reader.ReadLine() is { } line)
            lines.Add(line);
        return [.. lines];
    }

    private static string Find(string file) => Path.Combine(SharedData.Required(), file);
}
