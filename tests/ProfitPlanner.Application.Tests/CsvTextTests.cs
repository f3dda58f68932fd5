using System.Text;

namespace ProfitPlanner.Application.Tests;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("-1E-05", "-1E-05")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData(null, "")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=say \"hi\"", "\"'=say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void A_cell_is_text_or_a_number_and_never_a_formula(string? value, string cell) => Assert.Equal(cell, CsvText.Cell(value));

    [Fact]
    public void A_file_says_that_it_is_utf_8() =>
        Assert.Equal("\uFEFF行\r\n1\r\n", Encoding.UTF8.GetString(CsvText.Write(["行"], [["1"]])));
}
