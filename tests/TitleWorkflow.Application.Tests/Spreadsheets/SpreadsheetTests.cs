using System.IO.Compression;
using System.Text;
using TitleWorkflow.Application.Spreadsheets;

namespace TitleWorkflow.Application.Tests.Spreadsheets;

public sealed class SpreadsheetTests
{
    private static readonly string[][] Rows = [["姓名", "毕业日期"], ["温言", "2012-07-01"], ["", ""], ["𠮷田<&>", " 两端空格 "]];

    [Fact]
    public void What_is_written_is_read_with_the_numbers_of_its_rows()
    {
        var read = Spreadsheet.Read(new MemoryStream(Spreadsheet.Write("名单", Rows)), most: 10)!;

        Assert.Equal([1, 2, 4], read.Select(r => r.Number));
        Assert.Equal([["姓名", "毕业日期"], ["温言", "2012-07-01"], ["𠮷田<&>", "两端空格"]], read.Select(r => r.Cells));
    }

    [Fact]
    public void A_number_that_is_shown_as_a_date_is_read_as_one()
    {
        const string Styles = """<cellXfs count="2"><xf/><xf numFmtId="14"/></cellXfs>""";
        var workbook = Changed(
            ("<x:cellXfs>.*</x:cellXfs>", Styles.Replace("<", "<x:").Replace("<x:/", "</x:")),
            ("<x:sheetData>.*</x:sheetData>", """<x:sheetData><x:row><x:c s="1"><x:v>44365</x:v></x:c><x:c><x:v>44365</x:v></x:c></x:row></x:sheetData>"""));

        Assert.Equal(["2021-06-18", "44365"], Assert.Single(Spreadsheet.Read(workbook, most: 10)!).Cells);
    }

    [Theory]
    [InlineData("not a workbook")]
    [InlineData("")]
    public void What_is_no_workbook_cannot_be_read(string content) =>
        Assert.Null(Spreadsheet.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), most: 10));

    [Fact]
    public void A_spoilt_workbook_is_read_or_not_but_never_fails()
    {
        var random = new Random(20221010);
        var sound = Spreadsheet.Write("名单", Rows);

        for (var i = 0; i < 500; i++)
        {
            byte[] spoilt = [.. sound];
            for (var bytes = random.Next(1, 20); bytes > 0; bytes--)
            {
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            }

            Spreadsheet.Read(new MemoryStream(spoilt, 0, random.Next(3) == 0 ? random.Next(spoilt.Length) : spoilt.Length), most: 10);
        }
    }

    [Fact]
    public void A_workbook_whose_part_is_missing_cannot_be_read()
    {
        var workbook = new MemoryStream();
        workbook.Write(Spreadsheet.Write("名单", Rows));
        using (var archive = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.Entries.Single(e => e.Name.StartsWith("sheet", StringComparison.Ordinal)).Delete();
        }

        Assert.Null(Spreadsheet.Read(workbook, most: 10));
    }

    // The workbook with parts of its files replaced.
    private static MemoryStream Changed(params (string Pattern, string Text)[] changes)
    {
        var workbook = new MemoryStream();
        workbook.Write(Spreadsheet.Write("名单", Rows));
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
        {
            using var stream = entry.Open();
            var text = new StreamReader(stream).ReadToEnd();
            foreach (var (pattern, replacement) in changes)
            {
                text = System.Text.RegularExpressions.Regex.Replace(text, pattern, replacement);
            }

            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return workbook;
    }
}
