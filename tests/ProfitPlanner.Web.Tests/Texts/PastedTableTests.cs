using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Tests.Texts;

public sealed class PastedTableTests
{
    private static readonly double[][] TwoPrices = [[80, 1_000, 500], [120, 1_000, 119]];

    [Theory]
    [InlineData("80\t1,000\t500\n120\t1,000\t119")]
    [InlineData("80;1000;500\r\n120;1000;119\r\n")]
    [InlineData("80, 1000, 500\n120, 1000, 119")]
    [InlineData("80 1000 500\n120 1000 119")]
    [InlineData("80，1000，500\n120，1000，119")]
    [InlineData("€80\t1k\t500\t\n\n€120\t1k\t119\t\n\n")]
    public void Columns_are_told_by_tabs_semicolons_commas_or_spaces(string text)
    {
        var table = PastedTable.Read(text, 3);

        Assert.Equal(TwoPrices, table.Rows);
        Assert.Null(table.WrongLine);
    }

    [Theory]
    [InlineData("Price (€)\tOffered\tBought\n80\t1,000\t500\n120\t1,000\t119", 2, 3)]
    [InlineData("\n\nprice offered bought\n\n80 1000 500\n120 1000 119", 5, 6)]
    public void A_heading_and_empty_lines_are_left_out_and_the_lines_keep_their_numbers(string text, int first, int second)
    {
        var table = PastedTable.Read(text, 3);

        Assert.Equal(TwoPrices, table.Rows);
        Assert.Equal([first, second], table.Lines);
    }

    [Theory]
    [InlineData("80 1000 500\n120 1000", 2)]
    [InlineData("80 1000 500\n120 1000 119 3", 2)]
    [InlineData("Price\tOffered\tBought\n80\tmany\t500", 2)]
    [InlineData("80\t1000\tfew", 1)]
    [InlineData("80 1000 500\n\nPrice offered bought", 3)]
    [InlineData("80\t\t500", 1)]
    public void The_first_line_that_cannot_be_read_is_named(string text, int line) =>
        Assert.Equal(line, PastedTable.Read(text, 3).WrongLine);

    [Fact]
    public void A_table_may_allow_lines_of_two_lengths()
    {
        var table = PastedTable.Read("10 20 40 55\n15 25 45 60 4 2", 4, 6);

        Assert.Equal([4, 6], table.Rows.Select(row => row.Length));
        Assert.Equal(2, PastedTable.Read("10 20 40 55\n15 25 45 60 4", 4, 6).WrongLine);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Price offered bought")]
    public void Nothing_pasted_is_no_row_and_nothing_wrong(string? text)
    {
        var table = PastedTable.Read(text, 3);

        Assert.Empty(table.Rows);
        Assert.Null(table.WrongLine);
    }
}
