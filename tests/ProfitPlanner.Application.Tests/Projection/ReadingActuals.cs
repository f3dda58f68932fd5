using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using ProfitPlanner.Application.Projection;
using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.Application.Tests.Projection;

/// <summary>Months from the files that people have.</summary>
public sealed class ReadingActuals
{
    private static readonly MonthlyActual March = MonthlyActual.Of(new DateOnly(2027, 3, 1));

    static ReadingActuals() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("2027-03")]
    [InlineData("2027-3")]
    [InlineData("2027/3")]
    [InlineData("2027-03-31")]
    [InlineData("2027/3/15")]
    [InlineData("2027.3")]
    [InlineData("2027年3月")]
    [InlineData("03/2027")]
    [InlineData("Mar 2027")]
    [InlineData("March 2027")]
    [InlineData(" 2027-03 ")]
    public void A_month_is_read_in_every_form(string month) =>
        Assert.Equal([March with { Revenue = 5 }], Read($"month,revenue\n{month},5").Months);

    [Theory]
    [InlineData("soon")]
    [InlineData("13/2027")]
    [InlineData("2027-13")]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("12:30")]
    [InlineData("Monday")]
    [InlineData("3/4/2027")]
    public void What_is_no_month_is_told_with_its_line_and_column(string month) =>
        AssertProblem(Read($"Month,Revenue\n2027-01,4\n{month},5"), ActualsProblem.NotAMonth, 3, "Month");

    [Fact]
    public void Every_column_is_known_in_both_languages_and_columns_unknown_are_passed_over()
    {
        var all = March with { Revenue = 1.5m, Customers = 2, NewCustomers = 3, LostCustomers = 4, VariableCost = 5, FixedCost = 6, Cash = -7 };

        Assert.Equal([all], Read("Month,Remark,Revenue,Customers,New customers,lost_customers,Variable cost,FIXED COST,Cash\n2027-03,fine,1.5,2,3,4,5,6,-7").Months);
        Assert.Equal([all], Read("月份,备注,收入,客户数,新客户,流失客户,变动成本,固定成本,现金\n2027年3月,好,1.5,2,3,4,5,6,-7").Months);
    }

    [Fact]
    public void A_cell_that_is_empty_is_not_known_and_lines_that_are_empty_are_passed_over() =>
        Assert.Equal(
            [MonthlyActual.Of(new DateOnly(2027, 1, 1)) with { Cash = 9 }, March with { Revenue = 5 }],
            Read("month,revenue,cash\n2027-03,5,\n,,\n2027-01,,9\n\n").Months);

    [Fact]
    public void Commas_semicolons_and_tabs_part_columns()
    {
        Assert.Equal([March with { Revenue = 1_234.5m }], Read("month,revenue\n2027-03,\"1,234.5\"").Months);
        Assert.Equal([March with { Revenue = 1_234.5m }], Read("month;revenue\r\n2027-03;1,234.5\r\n").Months);
        Assert.Equal([March with { Revenue = 1_234.5m }], Read("month\trevenue\n2027-03\t1,234.5").Months);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "GB18030"];

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_of_a_spreadsheet_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. encoding.Preamble, .. encoding.GetBytes("月份,收入\n2027年3月,5\n")];

        Assert.Equal([March with { Revenue = 5 }], ActualsFile.Read(content).Months);
    }

    [Fact]
    public void A_workbook_is_read_with_its_dates_and_numbers()
    {
        using var workbook = new MemoryStream();
        workbook.SaveAs(new object[]
        {
            new { Month = new DateTime(2027, 3, 31), Revenue = 1_234.56, Customers = (int?)12 }, new { Month = new DateTime(2027, 2, 1), Revenue = 0.1, Customers = (int?)null },
        });

        Assert.Equal(
            [MonthlyActual.Of(new DateOnly(2027, 2, 1)) with { Revenue = 0.1m }, March with { Revenue = 1_234.56m, Customers = 12 }],
            ActualsFile.Read(workbook.ToArray()).Months);
    }

    [Fact]
    public void A_number_that_cannot_be_read_or_that_no_month_can_have_is_told_with_its_line_and_column()
    {
        AssertProblem(Read("month,revenue\n2027-01,1\n2027-02,much"), ActualsProblem.NotANumber, 3, "revenue");
        AssertProblem(Read("month,revenue\n2027-01,-1"), ActualsProblem.OutOfRange, 2, "revenue");
        AssertProblem(Read("month,customers\n2027-01,1e11"), ActualsProblem.OutOfRange, 2, "customers");
        AssertProblem(Read("month,cash\n2027-01,-1e13"), ActualsProblem.OutOfRange, 2, "cash");
    }

    [Fact]
    public void A_month_that_is_there_twice_is_told() =>
        AssertProblem(Read("month,revenue\n2027-03-01,1\n2027/3,2"), ActualsProblem.SameMonth, 3);

    [Fact]
    public void A_table_without_months_or_without_anything_known_is_told()
    {
        AssertProblem(Read("when,revenue\n2027-03,1"), ActualsProblem.NoColumns, 1);
        AssertProblem(Read("month,weather\n2027-03,fair"), ActualsProblem.NoColumns, 1);
    }

    [Fact]
    public void More_lines_than_any_plan_has_are_told() =>
        Assert.Equal(ActualsProblem.TooLong, Read("month,revenue\n" + string.Concat(Enumerable.Repeat("2027-03,1\n", 1_300))).Problem);

    public static TheoryData<byte[]> NoTables => new(
        Array.Empty<byte>(), "PK"u8.ToArray(), "PK\u0003\u0004\0\0\0\0123"u8.ToArray(), "PNG\r\n\u001a\n\0\0\0\r"u8.ToArray(), ZipOf("readme.txt", 10));

    [Theory, MemberData(nameof(NoTables))]
    public void What_is_no_table_is_told_and_throws_nothing(byte[] content) => AssertProblem(ActualsFile.Read(content), ActualsProblem.NotATable);

    [Fact]
    public void A_workbook_that_unpacks_to_gigabytes_is_refused_before_it_is_read()
    {
        var bomb = ZipOf("xl/worksheets/sheet1.xml", 100 * 1024 * 1024);

        Assert.True(bomb.Length < ActualsFile.Largest);
        AssertProblem(ActualsFile.Read(bomb), ActualsProblem.NotATable);
    }

    private static ActualsReading Read(string text) => ActualsFile.Read(Encoding.UTF8.GetBytes(text));

    private static void AssertProblem(ActualsReading reading, ActualsProblem problem, int? line = null, string? column = null)
    {
        Assert.Equal((problem, line, column), (reading.Problem, reading.Line, reading.Column));
        Assert.Empty(reading.Months);
    }

    /// <summary>An archive of one entry of nothing but zeros.</summary>
    private static byte[] ZipOf(string name, int length)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= zeros.Length)
                entry.Write(zeros, 0, Math.Min(left, zeros.Length));
        }

        return content.ToArray();
    }
}
