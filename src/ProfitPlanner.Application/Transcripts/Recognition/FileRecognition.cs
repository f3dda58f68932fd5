using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>Finds out what a file is: encoding, format, columns.</summary>
internal static class FileRecognition
{
    // Enough to tell columns apart by what stands in them.
    private const int SampleRecords = 200;

    /// <param name="head">The file's beginning; all of it where it is a workbook.</param>
    /// <param name="isWhole">Nothing follows.</param>
    public static RecognisedFile Of(string fileName, ReadOnlyMemory<byte> head, bool isWhole, ReadAs readAs)
    {
        var bytes = head.Span;
        if (bytes.IsEmpty)
            return RecognisedFile.Refused(FileProblem.Empty);
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return OfWorkbook(head, readAs);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return RecognisedFile.Refused(FileProblem.OldWorkbook);

        var encoding = readAs.Encoding ?? FileEncodings.Recognise(bytes);
        var text = Leniently(encoding, bytes[FileEncodings.MarkLength(bytes)..]);
        if (string.IsNullOrWhiteSpace(text))
            return RecognisedFile.Refused(FileProblem.Empty);
        if (!IsText(text))
            return RecognisedFile.Refused(FileProblem.NotText);

        var lineEnd = !text.Contains('\n', StringComparison.Ordinal) && text.Contains('\r', StringComparison.Ordinal) ? '\r' : '\n';
        var reading = new FileReading { Encoding = encoding, LineEnd = lineEnd };
        var isTable = Path.GetExtension(fileName).ToUpperInvariant() is ".CSV" or ".TSV" or ".TAB";
        if (!isTable && ChatRecognition.Of(text, reading) is { } chat)
            return Chat(chat, Records(chat, bytes, isWhole));
        if (text.AsSpan().TrimStart()[0] is '{' or '[' && JsonRecognition.Of(text, reading) is { } json)
            return JsonRecognition.Columns(json, Records(json, bytes, isWhole));
        if (Path.GetExtension(fileName).Equals(".json", StringComparison.OrdinalIgnoreCase))
            return RecognisedFile.Refused(FileProblem.NoRecords);
        return TableRecognition.Of(reading, candidate => Records(candidate, head.Span, isWhole), readAs);
    }

    private static RecognisedFile OfWorkbook(ReadOnlyMemory<byte> content, ReadAs readAs)
    {
        try
        {
            using var workbook = Workbook.Open(content);
            List<string[]> rows = [.. workbook.Rows().Take(SampleRecords).Select(row => row.Cells.Select(cell => cell ?? "").ToArray())];
            return TableRecognition.Of(UploadFormat.Workbook, new FileReading { Layout = RecordLayout.Sheet }, rows, readAs);
        }
        catch (InvalidDataException)
        {
            return RecognisedFile.Refused(FileProblem.BrokenWorkbook);
        }
    }

    private static RecognisedFile Chat(FileReading reading, List<byte[]> records)
    {
        var rows = new ChatRows(reading);
        List<string?[]> sample = [.. records.SelectMany(record => rows.Read(record).Rows)];
        return new RecognisedFile(UploadFormat.ChatLog, reading with { Columns = ChatRows.Columns, IsDayFirst = ColumnRecognition.AreDayFirst(ChatRows.Columns, sample) }, sample);
    }

    private static List<byte[]> Records(FileReading reading, ReadOnlySpan<byte> head, bool isWhole)
    {
        List<byte[]> records = [];
        foreach (var found in RecordSplitter.Of(reading).Split(head, Resumption.Beginning, isWhole).Records)
        {
            if (found.Problem is null)
                records.Add(head.Slice(found.Begin, found.Length).ToArray());
            if (records.Count == SampleRecords)
                break;
        }
        return records;
    }

    // The beginning may break off inside a character, and hold some that are broken.
    private static string Leniently(FileEncoding encoding, ReadOnlySpan<byte> bytes) =>
        FileEncodings.WithoutNul(System.Text.Encoding.GetEncoding(FileEncodings.Of(encoding).CodePage, System.Text.EncoderFallback.ReplacementFallback, System.Text.DecoderFallback.ReplacementFallback).GetString(bytes));

    private static bool IsText(string text)
    {
        var strange = text.Count(c => c == '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u001b')));
        return strange * 20 < text.Length && !text.StartsWith("%PDF", StringComparison.Ordinal);
    }
}
