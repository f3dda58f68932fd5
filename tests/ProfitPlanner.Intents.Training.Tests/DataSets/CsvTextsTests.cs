using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.DataSets;

public sealed class CsvTextsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Quotes_a_mark_and_windows_line_ends_are_read()
    {
        var set = Read("\uFEFFtext,category\r\n\"Hi, \"\"you\"\"\",greeting\r\n\"two\r\nlines\",refund\r\n a 12\" pizza ,order\r\n");

        Assert.Equal(["Hi, \"you\"", "two\nlines", "a 12\" pizza"], set.Rows.Select(row => row.Text));
        Assert.Equal(["greeting", "refund", "order"], set.Rows.Select(row => Assert.Single(row.Labels)));
        Assert.Equal([2, 3, 5], set.Rows.Select(row => row.Line));
        Assert.Empty(set.Notices);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_separator_is_found_out(char separator)
    {
        var set = Read($"note{separator}Text{separator}CATEGORY\n\"a,b;c\td\"{separator}where is it{separator}delivery\n");

        Assert.Equal(("where is it", "delivery"), (set.Rows[0].Text, set.Rows[0].Labels[0]));
        // As R and others write every cell.
        Assert.Equal("hi", Read($"\"text\"{separator}\"category\"\n\"hi\"{separator}\"greeting\"\n").Rows[0].Text);
    }

    [Fact]
    public void Only_line_ends_end_a_line()
    {
        var set = Read("text,category\na\u2028b\u0085c\u000Cd,x\r\"two\nlines\", x \n5\" and 6,x\n");

        Assert.Equal(["a\u2028b\u0085c\u000Cd", "two\nlines", "5\" and 6"], set.Rows.Select(row => row.Text));
    }

    [Fact]
    public void A_quoted_text_of_two_lines_may_stand_beside_a_mark_of_inches() =>
        Assert.Equal("a\nb", Read("note,text,category\n12\" pizza,\"a\nb\",x\nplain,c,x\n").Rows[0].Text);

    [Fact]
    public void A_heading_with_a_separator_in_another_columns_name_is_understood()
    {
        var set = Read("text;category;first,second,third\nhello;greeting;x\n");

        Assert.Equal("hello", set.Rows[0].Text);
    }

    [Fact]
    public void Several_labels_are_parted_and_each_is_kept_once()
    {
        var set = Read("text,category\na,x|y\nb,x<div> y<div>x\nc,x|\n");

        Assert.Equal([["x", "y"], ["x", "y"], ["x"]], set.Rows.Select(row => row.Labels));
    }

    [Fact]
    public void What_was_said_before_in_a_conversation_is_the_context()
    {
        var path = _folder.Write("turns.csv", "talk,place,text,category\n1,2,where is it,find\n2,,hi,greet\n1,1,hello,\n1,3,thanks,thank\n2,,bye,part\n1,10,and my card,find\n1,9,no,deny\n,,alone,x\n,,alone too,x\n");

        var rows = CsvTexts.Read(path, new CsvColumns { Conversation = "talk", Turn = "place" }).Rows;

        Assert.Equal(
            ["where is it < hello", "thanks < hello/where is it", "no < hello/where is it/thanks", "and my card < where is it/thanks/no", "hi < ", "bye < hi", "alone < ", "alone too < "],
            rows.Select(row => $"{row.Text} < {row.Context?.Replace('\n', '/')}"));
        var wrong = _folder.Write("places.csv", "talk,place,text,category\n1,second,hi,greet\n");
        Assert.Contains("line 2: 'second' is not the number of a turn.", Assert.Throws<InvalidDataException>(() => CsvTexts.Read(wrong, new CsvColumns { Conversation = "talk", Turn = "place" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentiment_and_a_tag_for_each_word_may_be_said()
    {
        var path = _folder.Write("moods.csv", "text,category,mood,who\nI am Ann,talk,glad,O O name\nhi,talk,,\n");

        var rows = CsvTexts.Read(path, new CsvColumns { Sentiment = "mood", Tags = "who" }).Rows;

        Assert.Equal(["glad", null], rows.Select(row => row.Sentiment));
        Assert.Equal(["O", "O", "name"], rows[0].WordTags);
        Assert.Null(rows[1].WordTags);
        var wrong = _folder.Write("wrong.csv", "text,category,who\nhi,talk,O\nI am Ann,talk,O name\n");
        Assert.Contains("line 3: 2 tags for 3 words", Assert.Throws<InvalidDataException>(() => CsvTexts.Read(wrong, new CsvColumns { Tags = "who" })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oos")]
    [InlineData("OOS")]
    [InlineData("None")]
    public void A_text_may_mean_none_of_the_intents(string label)
    {
        var set = Read($"text,category\nsing a song,{label}\nhi,greeting\n");

        Assert.Equal([LabelledText.OutOfScope], set.Rows[0].Labels);
        Assert.Equal([true, false], set.Rows.Select(row => row.IsOutOfScope));
    }

    [Fact]
    public void None_and_an_intent_together_are_a_fault()
    {
        Assert.Contains("line 2: oos|greeting", Fault("text,category\nhi,oos|greeting\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_have_other_names_and_a_context()
    {
        var path = _folder.Write("a.csv", "intent,before,utterance\nrefund,I got it broken,money back\nrefund,,give it back\n");

        var set = CsvTexts.Read(path, new CsvColumns { Text = "utterance", Label = "intent", Context = "before" });

        Assert.Equal(["I got it broken", null], set.Rows.Select(row => row.Context));
    }

    [Fact]
    public void A_missing_column_is_named_with_those_there_are()
    {
        Assert.EndsWith("there is no column category; the heading has text, intent, note.", Fault("text;intent;note\na;b;c\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_of_one_name_are_a_fault()
    {
        Assert.Contains("two columns are called text", Fault("text,category,Text\na,b,c\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_are_told_with_their_lines_and_after_ten_are_counted()
    {
        var message = Fault("text,category\nhi,greeting\nhi,refund|oos\nwell, I think,refund\nhi\n" + string.Concat(Enumerable.Repeat("x\n", 20)));

        Assert.Contains("line 3: refund|oos says none of the intents and an intent.", message, StringComparison.Ordinal);
        Assert.Contains("line 4: 3 columns, and the heading has 2; a text with a separator in it stands in quotes.", message, StringComparison.Ordinal);
        Assert.Contains("line 5: 1 of 2 columns.", message, StringComparison.Ordinal);
        Assert.Contains("line 12:", message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 13:", message, StringComparison.Ordinal);
        Assert.EndsWith("And 13 more.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_a_text_or_a_label_are_left_out_and_told()
    {
        var set = Read("text,category\na,x\nb,\n,,\n\nc, \n,x\nd,x\n");

        Assert.Equal(["a", "d"], set.Rows.Select(row => row.Text));
        Assert.Equal(["a.csv: rows without a text, left out: 1 (line 7).", "a.csv: rows without a label, left out: 2 (line 3, 6)."], set.Notices);
    }

    [Theory]
    [InlineData("", "the file is empty.")]
    [InlineData("text,category\n\n", "there is no row with a label.")]
    [InlineData("text,category\nok,x\n\"never closed,x\nb,y\n", "line 3: a quote is opened and never closed.")]
    [InlineData("text,category\nok,x\n\"never closed,x\nb,y", "line 3: a quote is opened and never closed.")]
    [InlineData("text,category\nok,x\n\"a\"b,x\n", "line 3: something stands behind a closing quote")]
    [InlineData("text,category\n\0,x\n", "this is not a text file.")]
    public void What_is_no_table_is_told(string text, string fault)
    {
        Assert.Contains("a.csv: " + fault, Fault(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_encoding_is_told_with_the_line()
    {
        var latin = _folder.Write("latin.csv", Encoding.Latin1.GetBytes("text,category\nok,x\ncafé,y\n"));
        var wide = _folder.Write("wide.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("text,category\na,b\n")]);

        Assert.EndsWith("line 3 is not in UTF-8; save the file as UTF-8.", Assert.Throws<InvalidDataException>(() => CsvTexts.Read(latin)).Message, StringComparison.Ordinal);
        Assert.EndsWith("the text is in UTF-16; save it as UTF-8.", Assert.Throws<InvalidDataException>(() => CsvTexts.Read(wide)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_sentence()
    {
        var path = Path.Combine(_folder.Path, "absent.csv");

        Assert.StartsWith($"{path}: there is no such file", Assert.Throws<InvalidDataException>(() => CsvTexts.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_bytes()
    {
        var text = "\uFEFFtext,category\r\na,b\r\n";
        var path = _folder.Write("a.csv", text);
        var expected = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

        Assert.Equal(new DataFile("a.csv", expected), Assert.Single(CsvTexts.Read(path).Files));
        Assert.Equal(new DataFile("a.csv", expected), DataFile.Of(path));
    }

    [Fact]
    public void Any_text_survives_writing_and_reading()
    {
        var characters = Gen.Char["ab \",;\t|'é中\n"];
        Gen.Select(Gen.String[characters, 1, 12].Where(text => !string.IsNullOrWhiteSpace(text)).Array[1, 6], Gen.Char[",;\t"]).Sample((texts, separator) =>
        {
            var csv = $"text{separator}category\n" + string.Concat(texts.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{separator}x\n"));
            Assert.Equal(texts.Select(text => text.Trim()), Read(csv).Rows.Select(row => row.Text));
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void Banking77_is_read_whole()
    {
        var set = CsvTexts.Read(Path.Combine(SharedData.Required(), "banking77/train.csv"));

        Assert.Equal(10_003, set.Rows.Count);
        Assert.Equal(77, set.Rows.SelectMany(row => row.Labels).Distinct().Count());
        Assert.Empty(set.Notices);
    }

    private TextSet Read(string text) => CsvTexts.Read(_folder.Write("a.csv", text));

    private string Fault(string text) => Assert.Throws<InvalidDataException>(() => Read(text)).Message;
}
