using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Importing;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Tests.Transcripts;

public sealed class RecognisingFiles
{
    private static string Roles(RecognisedFile file) =>
        string.Join(", ", file.Reading.Columns.Where(column => column.Role != ColumnRole.LeftOut).Select(column => $"{column.Name}={column.Role}"));

    [Theory]
    [InlineData("a.csv", "conversation_id,created_at,role,message,plan,country\n1,2024-01-02 10:00,user,hello,pro,DE\n", "conversation_id=Conversation, created_at=Time, role=Speaker, message=Text, plan=Plan, country=Region")]
    [InlineData("a.csv", "会话编号;时间;角色;内容;套餐\n1;2024-01-02 10:00;客户;你好;专业版\n", "会话编号=Conversation, 时间=Time, 角色=Speaker, 内容=Text, 套餐=Plan")]
    [InlineData("a.tsv", "session\tseq\tfrom\tbody\tintent\n1\t0\tcustomer\thello\tgreeting\n", "session=Conversation, seq=TurnNumber, from=Speaker, body=Text, intent=Label")]
    [InlineData("a.csv", "customer_name,notes\nAnna,I would like to know what it costs\nBen,Please cancel my plan\n", "notes=Text")]
    [InlineData("a.csv", "id,subject,description\n1,Hi,I would like to know what it costs\n2,Hello,Please cancel my plan\n", "description=Text")]
    [InlineData("a.csv", "userName,emailAddress,IPAddress,recipient\nAnna Smith of the shop,anna.smith@example.com,192.168.100.200,Hi there\n", "recipient=Text")]
    [InlineData("said.csv", "text\nwell, what does it cost, then\nno, please cancel\n", "text=Text")]
    [InlineData("words.txt", "I would like to know what it costs\nPlease cancel my plan\n", "=Text")]
    public void Columns_are_known_by_their_headings_in_two_languages(string name, string text, string expected) =>
        Assert.Equal(expected, Roles(Files.Recognised(Encoding.UTF8.GetBytes(text), name)));

    [Fact]
    public void Columns_without_headings_are_known_by_what_stands_in_them()
    {
        const string text = "c1|2024-01-02 10:00|customer|hello there\nc1|2024-01-02 10:01|agent|hi\nc1|2024-01-02 10:02|customer|what does it cost?\n"
            + "c2|2024-01-03 10:00|customer|please cancel my plan\nc2|2024-01-03 10:01|agent|sure\nc2|2024-01-03 10:02|customer|thank you very much\n";

        var file = Files.Recognised(Encoding.UTF8.GetBytes(text), "export.txt");

        Assert.False(file.Reading.HasHeadings);
        Assert.Equal('|', file.Reading.Divider);
        Assert.Equal([ColumnRole.Conversation, ColumnRole.Time, ColumnRole.Speaker, ColumnRole.Text], file.Reading.Columns.Select(column => column.Role));
        Assert.Equal(6, file.Rows.Count);
    }

    [Theory]
    [InlineData("Customer: Hello\nAgent: Hi\nCustomer: What does it cost?\n", "|Customer|Hello")]
    [InlineData("1/2/24, 10:11 AM - Anna Smith: Hello\n1/2/24, 10:12 AM - Support: Hi\nand welcome\n1/2/24, 10:13 AM - Messages are encrypted\n", "1/2/24, 10:11 AM|Anna Smith|Hello")]
    [InlineData("[02.01.24, 10:11:12] Anna: Hello\n[02.01.24, 10:12:00] Shop: Hi\n", "02.01.24, 10:11:12|Anna|Hello")]
    [InlineData("客户：你好\n客服：您好\n客户：多少钱？\n", "|客户|你好")]
    public void A_chat_log_is_known_by_its_lines(string text, string first)
    {
        var file = Files.Recognised(Encoding.UTF8.GetBytes(text), "chat.txt");

        Assert.Equal(UploadFormat.ChatLog, file.Format);
        Assert.Equal(first, string.Join("|", file.Rows[0]));
        Assert.Equal(file.Rows.Count, file.Rows.Count(row => row[0] is null || Times.TryRead(row[0]!, file.Reading.IsDayFirst, out _)));
    }

    [Theory]
    [InlineData("""{"type":"conversation.list","conversations":[{"type":"conversation","id":"1","created_at":1704190260,"source":{"type":"email","body":"<p>Hi</p>","author":{"type":"user","id":"9"}},"conversation_parts":{"conversation_parts":[{"part_type":"comment","body":"<p>Hello<br>there</p>","author":{"type":"admin"},"created_at":1704190320},{"part_type":"note","body":"internal","author":{"type":"admin"}}]}}]}""",
        UploadFormat.Intercom, "1704190260|customer|Hi / 1704190320|agent|Hello\nthere")]
    [InlineData("""{"data":{"meta":{"all":1},"payload":[{"id":1,"meta":{"channel":"Channel::WebWidget"},"custom_attributes":{"plan":"pro"},"messages":[{"content":"Hi","message_type":0,"created_at":1704190260},{"content":"internal","message_type":1,"private":true},{"content":"Hello","message_type":1,"created_at":1704190320},{"content":"resolved","message_type":2,"created_at":1704190380}]}]}}""",
        UploadFormat.Chatwoot, "1704190260|customer|Hi / 1704190320|agent|Hello / 1704190380|bot|resolved")]
    [InlineData("""[{"id":7,"requester_id":1,"description":"It is too expensive","created_at":"2024-01-02T10:11:00Z"}]""", UploadFormat.Zendesk, "2024-01-02T10:11:00Z|customer|It is too expensive")]
    public void Exports_of_helpdesks_are_known_by_their_shape(string text, UploadFormat format, string expected)
    {
        var file = Files.Recognised(Encoding.UTF8.GetBytes(text), "export.json");

        Assert.Equal(format, file.Format);
        Assert.Equal(expected, string.Join(" / ", file.Rows.Select(row => string.Join("|", row.Take(3)))));
        Assert.Contains(file.Reading.Columns, column => column is { Name: "id", Role: ColumnRole.Conversation });
        Assert.All(Files.Read(Encoding.UTF8.GetBytes(text), file.Reading), row => Assert.DoesNotContain("internal", row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{"chat":"a","messages":[{"who":"user","said":{"text":"Hi"}},{"who":"agent","said":{"text":"Hello"}}]}]""", "[].who=Speaker, [].said.text=Text, chat=Conversation", 2)]
    [InlineData("""{"id":"a","turns":[["user","I would like to pay less"],["agent","Hello"]]}""", "[].0=Speaker, [].1=Text, id=Conversation", 2)]
    [InlineData("""{"id":"a","text":"Hi there"}{"id":"b","text":"Hello"}""", "text=Text", 2)]
    [InlineData("""{"results":[{"text":"Hi there"},{"text":"Hello"}]}""", "text=Text", 2)]
    public void Conversations_are_found_in_json_of_any_shape(string text, string expected, int rows)
    {
        var file = Files.Recognised(Encoding.UTF8.GetBytes(text), "export.json");

        Assert.Equal(expected, Roles(file));
        Assert.Equal(rows, file.Rows.Count);
    }

    [Fact]
    public void The_conversations_of_abcd_need_no_hand_work()
    {
        var file = Files.Recognised(SharedData.Read("abcd/abcd_sample.json"), "abcd_sample.json");

        Assert.Equal("[].0=Speaker, [].1=Text, convo_id=Conversation, scenario.personal.member_level=Plan", Roles(file));
        Assert.Equal(29 + 21 + 22, file.Rows.Count);
    }

    [Theory]
    [InlineData("airline")]
    [InlineData("fastfood")]
    [InlineData("finance")]
    [InlineData("software")]
    public void The_turns_of_multidogo_need_no_hand_work(string domain)
    {
        var file = Files.Recognised(SharedData.Read($"multidogo/{domain}/train.tsv"), "train.tsv");

        Assert.Equal("conversationId=Conversation, turnNumber=TurnNumber, utterance=Text, intent=Label", Roles(file));
    }

    [Fact]
    public void A_workbook_is_read_with_its_dates()
    {
        using var workbook = new MemoryStream();
        workbook.SaveAs(new object[] { new { conversation = 7, time = new DateTime(2024, 1, 2, 10, 11, 0), text = "Hi <there> & 价格" }, new { conversation = 8, time = new DateTime(2024, 1, 3), text = "Hello" } });

        var file = Files.Recognised(workbook.ToArray(), "talk.xlsx");

        Assert.Equal(UploadFormat.Workbook, file.Format);
        Assert.Equal(["7|2024-01-02 10:11:00|Hi <there> & 价格", "8|2024-01-03 00:00:00|Hello"], file.Rows.Select(row => string.Join("|", row)));
    }

    [Fact]
    public void Cells_of_a_workbook_have_all_their_runs_and_nothing_of_how_they_are_said()
    {
        var book = Book(
            """<sst><si><r><t>Hello </t></r><r><rPr><b/></rPr><t>world</t></r></si><si><t>课</t><rPh sb="0"><t>ka</t></rPh><rPh sb="1"><t>ke</t></rPh></si><si/><si><t>last</t></si></sst>""",
            """<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="inlineStr"><is><r><t>in</t></r><r><rPr/><t xml:space="preserve"> line</t></r></is></c></row>""");

        Assert.Equal(["Hello world", "课", "", "last", "in line"], Rows(book).Single());
    }

    [Fact]
    public void A_cell_longer_than_any_text_is_read_to_where_that_shows()
    {
        var book = Book($"<sst><si>{string.Concat(Enumerable.Repeat("<r><t>0123456789</t></r>", 10_000))}</si></sst>", """<row r="1"><c t="s"><v>0</v></c></row>""");

        Assert.Equal(TurnReader.LongestText + 1, Rows(book).Single().Single()!.Length);
    }

    [Theory]
    [InlineData("", "2024-01-02 12:00:00")]
    [InlineData("""<workbookPr date1904="1"/>""", "2028-01-03 12:00:00")]
    public void Days_are_counted_from_where_the_workbook_counts_them(string properties, string expected) =>
        Assert.Equal(expected, Rows(Book("<sst/>", """<row r="1"><c s="0"><v>45293.5</v></c></row>""", properties)).Single().Single());

    public static TheoryData<string, byte[], FileProblem> Hopeless() => new()
    {
        { "empty.csv", [], FileProblem.Empty },
        { "blank.csv", " \n\n "u8.ToArray(), FileProblem.Empty },
        { "picture.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 400).Select(i => (byte)(i * 7))], FileProblem.NotText },
        { "scan.pdf", "%PDF-1.7\n1 0 obj\n"u8.ToArray(), FileProblem.NotText },
        { "old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], FileProblem.OldWorkbook },
        { "broken.xlsx", [.. "PK\u0003\u0004"u8, 1, 2, 3, 4], FileProblem.BrokenWorkbook },
        { "bomb.xlsx", Bomb(), FileProblem.BrokenWorkbook },
        { "document.xlsx", Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>")), FileProblem.BrokenWorkbook },
        { "numbers.json", "[1, 2, 3]"u8.ToArray(), FileProblem.NoRecords },
    };

    [Theory, MemberData(nameof(Hopeless), DisableDiscoveryEnumeration = true)]
    public void What_holds_no_conversations_gets_an_answer(string name, byte[] file, FileProblem problem) =>
        Assert.Equal(problem, Files.Recognised(file, name).Problem);

    [Theory]
    [InlineData("2024-01-02T10:11:12.345+02:00", "2024-01-02 08:11:12")]
    [InlineData("2024-01-02 10:11", "2024-01-02 10:11:00")]
    [InlineData("2024年1月2日 10:11", "2024-01-02 10:11:00")]
    [InlineData("02.01.2024 10:11", "2024-01-02 10:11:00")]
    [InlineData("1/2/2024 1:11 PM", "2024-01-02 13:11:00")]
    [InlineData("1704190260", "2024-01-02 10:11:00")]
    [InlineData("1704190260000", "2024-01-02 10:11:00")]
    public void Times_are_read_as_exports_write_them(string text, string expected)
    {
        Assert.True(Times.TryRead(text, isDayFirst: false, out var at));
        Assert.Equal(expected, at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_day_above_the_twelfth_tells_the_order_of_all() =>
        Assert.True(Files.Recognised("date,text\n3/4/2024,too expensive\n13/4/2024,please cancel\n"u8.ToArray(), "a.csv").Reading.IsDayFirst);

    [Theory]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<p>One</p><p>Two &lt;3</p><script>x()</script>", "One\nTwo <3")]
    [InlineData("broken <b", "broken")]
    [InlineData("no&#0;thing", "nothing")]
    [InlineData("<p>no&#x0;thing</p>", "nothing")]
    public void Html_becomes_its_words(string html, string expected) => Assert.Equal(expected, HtmlText.Strip(html));

    [Fact]
    public void A_source_is_cut_between_characters() =>
        Assert.Equal(new string('a', 99), SourceNames.Of(new string('a', 99) + "😀.csv", UploadFormat.Table));

    private static byte[] Bomb() => Zip(
        ("xl/workbook.xml", """<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/worksheets/sheet1.xml", "<worksheet>" + new string(' ', 64 * 1024 * 1024) + "</worksheet>"));

    private static byte[] Book(string texts, string rows, string properties = "") => Zip(
        ("xl/workbook.xml", $"""<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{properties}<sheets><sheet name="a" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/styles.xml", """<styleSheet><cellXfs><xf numFmtId="22"/></cellXfs></styleSheet>"""),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"));

    private static List<List<string?>> Rows(byte[] book)
    {
        using var workbook = Workbook.Open(book);
        return [.. workbook.Rows().Select(row => row.Cells)];
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return content.ToArray();
    }
}
