using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.DataSets;

public sealed class MultiDogoTests : IDisposable
{
    private const string Heading = "conversationId\tturnNumber\tutteranceId\tutterance\tslot-labels\tintent\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Several_intents_and_a_slot_for_each_word_are_read()
    {
        var set = Read("c\t0.0\tu\thi my name is ann\tO O O O name\topeninggreeting<div>contentonly\n");

        Assert.Equal(["openinggreeting", "contentonly"], set.Rows[0].Labels);
        Assert.Equal(["O", "O", "O", "O", "name"], set.Rows[0].WordTags);
        Assert.Empty(set.Notices);
    }

    [Fact]
    public void The_context_is_the_last_three_turns_of_the_conversation_in_order_of_their_numbers()
    {
        var set = Read("a\t10\tu\tfive\tO\tx\na\t2.0\tu\tone\tO\tx\nb\t1\tu\tother\tO\tx\na\t4\tu\ttwo\tO\tx\na\t8\tu\tfour\tO\tx\na\t6\tu\tthree\tO\tx\n");

        Assert.Equal(
            [("one", null), ("two", "one"), ("three", "one\ntwo"), ("four", "one\ntwo\nthree"), ("five", "two\nthree\nfour"), ("other", null)],
            set.Rows.Select(row => (row.Text, row.Context)));
    }

    [Fact]
    public void A_quoted_text_may_hold_line_breaks_and_tabs_which_are_words_with_a_slot()
    {
        var set = Read("c\t1\tu\t\"12 high st \n leeds\"\taddress address address O address\tcontentonly\nc\t3\tu\t\"name \t ann\"\tO O name\tcontentonly\n");

        Assert.Equal(["12 high st leeds", "name ann"], set.Rows.Select(row => row.Text));
        Assert.Equal(["address", "address", "address", "address"], set.Rows[0].WordTags);
        Assert.Equal(["O", "name"], set.Rows[1].WordTags);
        Assert.Equal([2, 4], set.Rows.Select(row => row.Line));
        Assert.Equal("12 high st leeds", set.Rows[1].Context);
    }

    [Fact]
    public void What_cannot_be_used_is_left_out_and_counted()
    {
        var set = Read("c\t1\tu\t\tO\tx\nc\tfirst\tu\thi\tO\tx\nc\t3\tu\tno intent\tO O\t\nc\t5\tu\ttwo words\tO\tx\nc\t7\tu\tshort row\n");

        Assert.Equal(("two words", "no intent"), (Assert.Single(set.Rows).Text, set.Rows[0].Context));
        Assert.Null(set.Rows[0].WordTags);
        Assert.Equal(4, set.Notices.Count);
        Assert.EndsWith(": rows without a text, left out: 1.", set.Notices[0], StringComparison.Ordinal);
        Assert.EndsWith(": rows without a turn number, left out: 1.", set.Notices[1], StringComparison.Ordinal);
        Assert.EndsWith(": rows without an intent, left out: 2.", set.Notices[2], StringComparison.Ordinal);
        Assert.EndsWith(": rows without one slot for each word, read without slots: 2.", set.Notices[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_gives_one_split_of_every_domain()
    {
        _folder.Write("b/train.tsv", Heading + "c\t1\tu\tsecond\tO\tx\n");
        _folder.Write("a/train.tsv", Heading + "c\t1\tu\tfirst\tO\tx\n");
        _folder.Write("a/dev.tsv", Heading + "c\t1\tu\tdev\tO\tx\n");

        Assert.Equal(["first", "second"], MultiDogo.Read(_folder.Path).Rows.Select(row => row.Text));
        Assert.Equal(["a/train.tsv", "b/train.tsv"], MultiDogo.Read(_folder.Path).Files.Select(file => file.Name));
        Assert.Equal("dev", Assert.Single(MultiDogo.Read(_folder.Path, "dev").Rows).Text);
        Assert.Contains("there is no test.tsv", Assert.Throws<InvalidDataException>(() => MultiDogo.Read(_folder.Path, "test")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var path = _folder.Write("x.tsv", "conversationId\tturnNumber\tutterance\tintent\n");

        Assert.Contains("there is no column slot-labels; the heading has conversationId, turnNumber, utterance, intent.", Assert.Throws<InvalidDataException>(() => MultiDogo.Read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("airline", "train", 13_503, 16)]
    [InlineData("airline", "dev", 1_966, 0)]
    [InlineData("fastfood", "train", 14_048, 11)]
    [InlineData("fastfood", "dev", 1_932, 1)]
    [InlineData("finance", "train", 15_203, 10)]
    [InlineData("finance", "dev", 2_167, 0)]
    [InlineData("software", "train", 13_128, 9)]
    [InlineData("software", "dev", 1_844, 3)]
    public void The_real_files_lack_nothing_but_a_few_texts(string domain, string split, int rows, int withoutText)
    {
        var set = MultiDogo.Read(Path.Combine(SharedData.Required(), "multidogo", domain, split + ".tsv"));

        Assert.Equal(rows, set.Rows.Count);
        Assert.All(set.Rows, row => Assert.Equal(row.Text.Split(' ').Length, row.WordTags?.Count));
        Assert.Equal(withoutText == 0 ? [] : [$"{domain}/{split}.tsv: rows without a text, left out: {withoutText}."], set.Notices);
    }

    private TextSet Read(string rows) => MultiDogo.Read(_folder.Write("domain/train.tsv", Heading + rows));
}
