using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Applicants;

public sealed class ApplicantSheetTests
{
    private static readonly DossierForm Form = new(
    [
        new("education", "学历", "Education",
        [
            new("degree", "最高学历", "Degree", FieldKind.Choice, Options: [new("bachelor", "本科", "Bachelor")]),
            new("obtainedOn", "取得日期", "Obtained on", FieldKind.Date),
        ]),
        new("title", "现职称", "Title", [new("obtainedOn", "取得日期", "Obtained on", FieldKind.Date)]),
    ]);

    private static readonly string[] Columns = ["姓名", "身份证号", "手机号", "最高学历", "现职称·取得日期"];

    private static readonly string[] Row = ["方知遥", "11010519491231002x", "13900000001", "本科", "2020-03-01"];

    [Fact]
    public void A_heading_is_a_label_or_names_its_section_where_labels_repeat() => Assert.Equal(
        ["姓名", "身份证号", "手机号", "邮箱", "工作单位", "最高学历", "学历·取得日期", "现职称·取得日期"], ApplicantSheet.Headings(Form));

    [Theory]
    [InlineData("姓名,身份证号,手机号,特长")]
    [InlineData("姓名,身份证号,手机号,取得日期")]
    [InlineData("姓名,身份证号,手机号,姓名")]
    [InlineData("姓名,手机号")]
    public void Unknown_repeated_and_missing_headings_are_refused(string headings) =>
        Refused.With(ApplicantRules.SheetHeadings, () => _ = new ApplicantSheet(Form, headings.Split(',')));

    [Fact]
    public void A_row_says_who_it_is_and_what_the_dossier_keeps()
    {
        var read = new ApplicantSheet(Form, Columns).Read(Row);

        Assert.Equal(("方知遥", "11010519491231002X", "13900000001"), (read.Name, read.IdentityNumber, read.Phone));
        Assert.Equal("bachelor", read.Facts["education"]["degree"]);
        Assert.Equal("2020-03-01", read.Facts["title"]["obtainedOn"]);
    }

    [Theory]
    [InlineData(0, "", CellFault.Missing)]
    [InlineData(1, "110105194912310021", CellFault.NotAnIdentityNumber)]
    [InlineData(2, "010-5550100", CellFault.WrongPattern)]
    [InlineData(3, "学士", CellFault.NotAnOption)]
    [InlineData(4, "2020年3月", CellFault.NotADate)]
    public void What_is_wrong_in_a_cell_is_told_with_its_column(int column, string text, CellFault fault)
    {
        string[] row = [.. Row];
        row[column] = text;

        Assert.Equal([new RowFault(Columns[column], fault)], new ApplicantSheet(Form, Columns).Check(row));
    }

    [Fact]
    public void Empty_facts_are_no_fault_for_a_draft_may_lack_them() =>
        Assert.Empty(new ApplicantSheet(Form, Columns).Check(Row[..3]));
}
