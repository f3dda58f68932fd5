using ProfitPlanner.Application.Transcripts.Reading;

namespace ProfitPlanner.Application.Tests.Transcripts;

/// <summary>A file gives the same records wherever its parts break off.</summary>
public sealed class CuttingFiles
{
    private static readonly (string Name, string Text, string[] Expected)[] Texts =
    [
        ("talk.csv", Files.Csv,
        [
            "1 0 conversation|time|speaker|text|plan", "2 0 7|2024-01-02 10:11|customer|Hi, \"you\"\nthere|pro", "4 0 7|2024-01-02 10:12|agent|Hello|", "5 0 8|2024-01-03 09:00|customer|价格太贵了|free",
        ]),
        ("talk.jsonl", Files.JsonLines, ["1 0 7|user|Hi \"there\" }|2024-01-02T10:11:00Z", "2 0 7|agent|Hello|", "4 0 8|user|价格太贵了|"]),
        ("tickets.json", Files.Json,
        [
            "1 0 2024-01-02T10:11:00Z|customer|Hi ]}\"|7|1|Hi|email / |agent|Hello & welcome|7|1|Hi|email", "2 0 |customer|价格太贵了|8|3||web",
        ]),
        ("chat.txt", Files.Chat,
        [
            "1 0 2024-01-02 10:11|Anna|Hi\nand more", "3 0 2024-01-02 10:12|Support|Hello", "5 1 2024-01-03 09:00|Customer|价格太贵了", "6 1 2024-01-03 09:05|Support|Why?",
        ]),
    ];

    public static TheoryData<string, FileEncoding, bool> Cases() =>
        [.. from text in Texts
            from encoding in Enum.GetValues<FileEncoding>()
            where encoding != FileEncoding.Windows1252
            from marks in Enumerable.Range(0, encoding == FileEncoding.Gb18030 ? 1 : 2)
            select (text.Name, encoding, marks == 1)];

    [Theory, MemberData(nameof(Cases))]
    public void Every_cut_gives_the_same_rows(string name, FileEncoding encoding, bool hasMark)
    {
        var (_, text, expected) = Texts.Single(t => t.Name == name);
        var file = Files.Encoded(text, encoding, hasMark);
        var recognised = Files.Recognised(file, name);
        Assert.Null(recognised.Problem);
        Assert.Equal(encoding, recognised.Reading.Encoding);

        Assert.Equal(expected, Files.Read(file, recognised.Reading));
        for (var cut = 1; cut < file.Length; cut++)
            Assert.Equal(expected, Files.Read(file, recognised.Reading, cut));
        Assert.Equal(expected, Files.Read(file, recognised.Reading, [.. Enumerable.Range(1, file.Length - 1)]));
    }

    [Theory]
    [InlineData("a;b\r\n\"x\r\ny\";z\r\n", "1 0 a|b;2 0 x\r\ny|z")]
    [InlineData("a;b\n\n\n1;2\n", "1 0 a|b;4 0 1|2")]
    [InlineData("a;b\n1;2", "1 0 a|b;2 0 1|2")]
    [InlineData("a;b\r1;2\r", "1 0 a|b;2 0 1|2", '\r')]
    [InlineData("a;b\n12\" pipe;say \"hi\"\n", "1 0 a|b;2 0 12\" pipe|say \"hi\"")]
    [InlineData("a;b\n\"odd\" end;2\n3;4\n", "1 0 a|b;2 0 UnclosedQuote;3 0 3|4")]
    [InlineData("a;b\n\"never closed;2\n3;4\n5;6\n", "1 0 a|b;2 0 UnclosedQuote;3 0 3|4;4 0 5|6")]
    [InlineData("a;b\n\"never closed;2\n3;\"four\"\n5;6\n", "1 0 a|b;2 0 UnclosedQuote;3 0 3|four;4 0 5|6")]
    [InlineData("a;b\n\"never closed;2\n\"three\";4\n5;6\n", "1 0 a|b;2 0 UnclosedQuote;3 0 three|4;4 0 5|6")]
    [InlineData("a;b\n1;2;3\n4;5;\n", "1 0 a|b;2 0 TooManyColumns;3 0 4|5")]
    [InlineData("a;b\n\"over\ntwo lines\n", "1 0 a|b;2 0 UnclosedQuote;3 0 TooFewColumns")]
    [InlineData("a;b\n1;tw\0o\n", "1 0 a|b;2 0 1|two")]
    public void A_table_is_read_as_it_was_meant(string text, string expected, char lineEnd = '\n')
    {
        var file = System.Text.Encoding.UTF8.GetBytes(text);
        var reading = new FileReading { Layout = RecordLayout.Rows, Divider = ';', LineEnd = lineEnd, Columns = [new("a"), new("b", ColumnRole.Text)] };

        Assert.Equal(expected, string.Join(";", Files.Read(file, reading)));
        for (var cut = 1; cut < file.Length; cut++)
            Assert.Equal(expected, string.Join(";", Files.Read(file, reading, cut)));
    }

    [Theory]
    [InlineData("[{\"t\":\"a\"},{\"t\":\"b\"}]", "1 0 a;2 0 b")]
    [InlineData("[{\"t\":\"a\"},5,\"x\",{\"t\":\"b\"}]", "1 0 a;2 0 NotJson;3 0 NotJson;4 0 b")]
    [InlineData("[{\"t\":\"a\"},{\"t\" \"b\"},{\"t\":\"c\"}]", "1 0 a;2 0 NotJson;3 0 c")]
    [InlineData("[{\"t\":\"a\"},{\"t\":\"b", "1 0 a;2 0 NotJson")]
    [InlineData("[{\"t\":\"\\ud800\"},{\"t\":\"b\\u0000\"}]", "1 0 WrongEncoding;2 0 b")]
    [InlineData("[{\"t\":\"a\"}]\n [{\"t\":\"b\"},{\"t\":\"c\"}] \n", "1 0 a;2 0 b;3 0 c")]
    [InlineData("[]", "")]
    public void A_broken_element_takes_no_other_with_it(string text, string expected)
    {
        var file = System.Text.Encoding.UTF8.GetBytes(text);
        var reading = new FileReading { Layout = RecordLayout.Elements, Columns = [new("t", ColumnRole.Text)] };

        Assert.Equal(expected, string.Join(";", Files.Read(file, reading)));
        for (var cut = 1; cut < file.Length; cut++)
            Assert.Equal(expected, string.Join(";", Files.Read(file, reading, cut)));
    }

    [Fact]
    public void A_member_that_is_called_like_a_number_is_no_place_in_an_array()
    {
        var reading = new FileReading { Layout = RecordLayout.Elements, Columns = [new("t.-1", ColumnRole.Text)] };

        Assert.Equal(["1 0 ", "2 0 b"], Files.Read("""[{"t":["a"]},{"t":{"-1":"b"}}]"""u8.ToArray(), reading));
    }

    [Fact]
    public void Empty_cells_may_be_left_away_behind_a_text_of_several_lines()
    {
        var reading = new FileReading { Layout = RecordLayout.Rows, Columns = [new("id"), new("text", ColumnRole.Text), new("plan")] };

        Assert.Equal(["1 0 1|Hello\nworld|", "3 0 2|Hi|"], Files.Read("1,\"Hello\nworld\"\n2,Hi\n"u8.ToArray(), reading));
    }

    [Theory]
    [InlineData(500_000)]
    [InlineData(1_500_000)]
    [InlineData(2_999_999)]
    public void A_message_that_is_too_long_is_passed_over_to_the_next_one(int cut)
    {
        var line = new string('x', 999) + "\n";
        var file = System.Text.Encoding.UTF8.GetBytes("[2024-01-02 10:11] Anna: Hi\n" + string.Concat(Enumerable.Repeat(line, 3_000)) + "[2024-01-02 10:12] Ben: ok\nyes\n");
        var reading = new FileReading { Layout = RecordLayout.Chat, IsTimed = true, Columns = ChatRows.Columns };

        Assert.Equal(["1 0 TooLong", "3002 0 2024-01-02 10:12|Ben|ok\nyes"], Files.Read(file, reading, cut));
    }

    [Fact]
    public void What_is_no_text_in_the_encoding_is_told_with_its_line()
    {
        byte[] file = [.. "a,b\n1,"u8, 0xFF, 0xFE, .. "\n2,ok\n"u8];
        var reading = new FileReading { Layout = RecordLayout.Rows, Columns = [new("a"), new("b", ColumnRole.Text)] };

        Assert.Equal(["1 0 a|b", "2 0 WrongEncoding", "3 0 2|ok"], Files.Read(file, reading));
    }

    [Theory]
    [InlineData(nameof(RecordLayout.Rows))]
    [InlineData(nameof(RecordLayout.Lines))]
    [InlineData(nameof(RecordLayout.Elements))]
    public void A_record_of_a_hundred_megabytes_is_passed_over_in_parts_and_the_next_one_is_read(string name)
    {
        var layout = Enum.Parse<RecordLayout>(name);
        var reading = new FileReading { Layout = layout, Columns = layout == RecordLayout.Rows ? [new("a"), new("t", ColumnRole.Text)] : [new("t", ColumnRole.Text)] };
        var (before, begin, end) = layout switch
        {
            RecordLayout.Rows => ("1,ok\n", "2,", "\n3,ok\n"),
            RecordLayout.Lines => ("{\"t\":\"ok\"}\n", "{\"t\":\"", "\"}\n{\"t\":\"ok\"}\n"),
            _ => ("[{\"t\":\"ok\"},", "{\"t\":\"", "\"},{\"t\":\"ok\"}]"),
        };
        var size = System.Text.Encoding.ASCII.GetByteCount(before + begin + end) + (100L * 1024 * 1024);
        var splitter = RecordSplitter.Of(reading);
        var (position, place) = (0L, Resumption.Beginning);
        List<(long Line, string? Problem)> found = [];
        var most = 0;
        while (position < size)
        {
            // As a browser sends it: from the position on, eight megabytes at once.
            var part = Slice(before + begin, end, position, (int)Math.Min(8 * 1024 * 1024, size - position), size);
            var split = splitter.Split(part, place, position + part.Length == size);
            found.AddRange(split.Records.Select(record => (record.Line, record.Problem)));
            most = Math.Max(most, split.Records.Max(record => (int?)record.Length) ?? 0);
            Assert.True(split.End > 0);
            (position, place) = (position + split.End, split.Then);
        }

        Assert.Equal([(1, null), (2, RecordProblem.TooLong), (3, null)], found);
        Assert.True(most < 100);
    }

    private static byte[] Slice(string head, string tail, long from, int length, long size)
    {
        var slice = new byte[length];
        slice.AsSpan().Fill((byte)'x');
        for (var i = 0; i < head.Length; i++)
        {
            if (i >= from && i < from + length)
                slice[i - from] = (byte)head[i];
        }
        for (var i = 0; i < tail.Length; i++)
        {
            var at = size - tail.Length + i;
            if (at >= from && at < from + length)
                slice[at - from] = (byte)tail[i];
        }
        return slice;
    }
}
