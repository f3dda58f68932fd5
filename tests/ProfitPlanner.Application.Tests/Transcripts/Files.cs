using System.Text;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;

namespace ProfitPlanner.Application.Tests.Transcripts;

/// <summary>Files of every format, small enough to be cut anywhere.</summary>
internal static class Files
{
    public const string Csv = "conversation,time,speaker,text,plan\n7,2024-01-02 10:11,customer,\"Hi, \"\"you\"\"\nthere\",pro\n7,2024-01-02 10:12,agent,Hello,\n8,2024-01-03 09:00,customer,价格太贵了,free\n";

    public const string JsonLines = """
        {"conversation_id":"7","role":"user","text":"Hi \"there\" }","at":"2024-01-02T10:11:00Z"}
        {"conversation_id":"7","role":"agent","text":"Hello"}

        {"conversation_id":"8","role":"user","text":"价格太贵了"}
        """;

    public const string Json = """
        {"count": 2, "note": "tickets: [", "other": {"tickets": [1]},
         "tickets": [
          {"id": 7, "requester_id": 1, "subject": "Hi", "via": {"channel": "email"}, "comments": [
            {"author_id": 1, "plain_body": "Hi ]}\"", "created_at": "2024-01-02T10:11:00Z", "public": true},
            {"author_id": 2, "plain_body": "internal", "public": false},
            {"author_id": 2, "html_body": "<p>Hello &amp; welcome</p>", "public": true}]},
          {"id": 8, "requester_id": 3, "subject": "", "via": {"channel": "web"}, "comments": [{"author_id": 3, "body": "价格太贵了", "public": true}]}
         ], "next": null}
        """;

    public const string Chat = "[2024-01-02 10:11] Anna: Hi\nand more\n[2024-01-02 10:12] Support: Hello\n\n[2024-01-03 09:00] Customer: 价格太贵了\n[2024-01-03 09:05] Support: Why?\n";

    public static byte[] Encoded(string text, FileEncoding encoding, bool hasMark) =>
        [.. hasMark ? Mark(encoding) : [], .. FileEncodings.Of(encoding).GetBytes(text)];

    public static RecognisedFile Recognised(byte[] file, string name, ReadAs? readAs = null) => FileRecognition.Of(name, file, isWhole: true, readAs ?? new ReadAs());

    /// <summary>All rows and problems of a file that is read in parts, each as a line of text.</summary>
    public static List<string> Read(byte[] file, FileReading reading, params int[] cuts)
    {
        List<string> read = [];
        var splitter = RecordSplitter.Of(reading);
        var rows = RowReader.Of(reading);
        var (position, place) = (0, Resumption.Beginning);
        foreach (var end in cuts.Append(file.Length))
        {
            if (end < position)
                continue;
            SplitPart split;
            do
            {
                var part = file.AsSpan(position, end - position);
                split = splitter.Split(part, place, end == file.Length);
                foreach (var found in split.Records)
                    read.Add($"{found.Line} {found.Block} " + (found.Problem ?? Told(rows.Read(part.Slice(found.Begin, found.Length)))));
                // What must be known is kept as text between two parts.
                (position, place) = (position + split.End, Resumption.Of(split.Then.ToJson()));
            }
            while (split.End > 0 && end == file.Length && position < end);
        }
        return read;
    }

    private static string Told(RowReading read) => read.Problem ?? string.Join(" / ", read.Rows.Select(row => string.Join("|", row)));

    private static byte[] Mark(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf8 => [.. Encoding.UTF8.Preamble],
        FileEncoding.Utf16LittleEndian => [0xFF, 0xFE],
        FileEncoding.Utf16BigEndian => [0xFE, 0xFF],
        _ => [],
    };
}
