using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TitleWorkflow.Application.Spreadsheets;

/// <summary>One row that has a text somewhere.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Cells">Its texts from column A on; dates as 2021-06-18.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads and writes the first sheet of a workbook (.xlsx) as texts.</summary>
public static class Spreadsheet
{
    /// <summary>Media type of a workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // A workbook of a few kilobytes can unpack to any size; this is ten times the largest honest one.
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostColumns = 200;

    /// <summary>The rows of the first sheet that have a text somewhere; null if the file is no workbook.</summary>
    /// <param name="content">The file; must be seekable.</param>
    /// <param name="most">How many rows are read at most.</param>
    public static IReadOnlyList<SheetRow>? Read(Stream content, int most)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Sum(e => e.Length) > MostUnpacked)
            {
                return null;
            }

            content.Position = 0;
            using var workbook = SpreadsheetDocument.Open(content, isEditable: false);
            return [.. Rows(workbook).Take(most)];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or OpenXmlPackageException or FileFormatException
            or FormatException or XmlException or InvalidOperationException or ArgumentException or NotSupportedException or IOException)
        {
            // Parts that are named but not there, names that are none, streams that end too early: the library has a word for each.
            return null;
        }
    }

    /// <summary>A workbook with one sheet of texts; the first row is set in bold and stays in view.</summary>
    public static byte[] Write(string sheet, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = BoldForHeadings();
            part.Worksheet = new Worksheet(
                new SheetViews(new SheetView(
                    new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
                {
                    WorkbookViewId = 0,
                }),
                new SheetData(rows.Select((row, i) => new Row(row.Select(text => Cell(text, isHeading: i == 0))))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheet }));
        }

        return stream.ToArray();
    }

    private static Cell Cell(string text, bool isHeading) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = isHeading ? 1u : 0u,
    };

    private static Stylesheet BoldForHeadings() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));

    private static IEnumerable<SheetRow> Rows(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("It has no workbook.");
        var first = workbook.Workbook.Descendants<Sheet>().FirstOrDefault()?.Id?.Value
            ?? throw new InvalidDataException("It has no sheet.");
        var shared = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray() ?? [];
        var dates = DateStyles(workbook);
        using var reader = OpenXmlReader.Create(workbook.GetPartById(first));
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            number = (int?)row.RowIndex?.Value ?? number + 1;
            if (Cells(row, shared, dates) is { } cells && cells.Any(c => c.Length > 0))
            {
                yield return new SheetRow(number, cells);
            }
        }
    }

    private static List<string> Cells(Row row, string[] shared, HashSet<uint> dates)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
            if (column < cells.Count || column >= MostColumns)
            {
                continue;
            }

            while (cells.Count < column)
            {
                cells.Add("");
            }

            cells.Add(Text(cell, shared, dates).Trim());
        }

        return cells;
    }

    private static string Text(Cell cell, string[] shared, HashSet<uint> dates)
    {
        var text = cell.DataType?.Value == CellValues.InlineString ? cell.InnerText : cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return int.TryParse(text, CultureInfo.InvariantCulture, out var index) && index < shared.Length ? shared[index] : "";
        }

        return cell.DataType is null
            && cell.StyleIndex?.Value is { } style && dates.Contains(style)
            && double.TryParse(text, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 2_958_466
            ? DateTime.FromOADate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;
    }

    // A date is a number that is shown as one: by a built-in format, or by one of its own that names the year.
    private static HashSet<uint> DateStyles(WorkbookPart workbook)
    {
        var styles = workbook.WorkbookStylesPart?.Stylesheet;
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.FormatCode?.Value?.Contains('y', StringComparison.OrdinalIgnoreCase) == true)
            .Select(f => f.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        return styles?.CellFormats?.Elements<CellFormat>()
            .Select((format, i) => (Style: (uint)i, Format: format.NumberFormatId?.Value ?? 0))
            .Where(f => own.Contains(f.Format) || f.Format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58))
            .Select(f => f.Style).ToHashSet() ?? [];
    }

    // A is 0, Z is 25, AA is 26.
    private static int Column(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + (letter & 0x1F)) - 1;
}
