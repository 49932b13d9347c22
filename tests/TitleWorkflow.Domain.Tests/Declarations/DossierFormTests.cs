using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Declarations;

public sealed class DossierFormTests
{
    [Theory]
    [InlineData(FieldKind.Text, "方知遥", null)]
    [InlineData(FieldKind.Text, "一二三四五六七八九十一", DefectKind.TooLong)]
    [InlineData(FieldKind.Date, "2021-06-18", null)]
    [InlineData(FieldKind.Date, "2021-06-31", DefectKind.NotADate)]
    [InlineData(FieldKind.Date, "18.6.2021", DefectKind.NotADate)]
    [InlineData(FieldKind.Number, "0", null)]
    [InlineData(FieldKind.Number, "-1", DefectKind.NotANumber)]
    [InlineData(FieldKind.Number, "1.5", DefectKind.NotANumber)]
    [InlineData(FieldKind.Choice, "college", null)]
    [InlineData(FieldKind.Choice, "doctor", DefectKind.NotAnOption)]
    [InlineData(FieldKind.Date, "", null)]
    public void A_value_is_checked_by_the_kind_of_its_field(FieldKind kind, string value, DefectKind? defect)
    {
        var field = new DossierField(
            "f", "项", "Item", kind, MaxLength: 10, Options: [new FieldOption("college", "大专", "College")]);

        Assert.Equal(defect, DossierForm.Check(field, value));
    }

    [Theory]
    [InlineData("ZL202010123456", null)]
    [InlineData("ZL20201012345", DefectKind.WrongPattern)]
    [InlineData("xZL202010123456", DefectKind.WrongPattern)]
    public void A_pattern_matches_the_whole_value(string value, DefectKind? defect) =>
        Assert.Equal(
            defect,
            DossierForm.Check(new DossierField("f", "专利号", "Patent", FieldKind.Text, Pattern: @"ZL\d{12}"), value));

    [Fact]
    public void Known_facts_are_taken_over_where_they_last_and_fit_the_form()
    {
        var form = new DossierForm(
        [
            new("basic", "基本情况", "Basic facts",
            [
                new("phone", "联系电话", "Phone", FieldKind.Text, MaxLength: 11),
                new("born", "出生日期", "Date of birth", FieldKind.Date),
                new("years", "年限", "Years", FieldKind.Number),
                new("account", "说明", "Account", FieldKind.LongText),
            ], IsLasting: true),
            new("report", "业绩报告", "Report", [new("title", "题目", "Title", FieldKind.Text)]),
        ]);

        var known = form.Lasting(new Dictionary<string, Dictionary<string, string>>
        {
            ["basic"] = new()
            {
                ["phone"] = "13800138000",
                ["born"] = "not a day",
                ["years"] = "7",
                ["account"] = "旧稿",
                ["gone"] = "x",
            },
            ["report"] = new() { ["title"] = "旧题目" },
            ["other"] = new() { ["x"] = "y" },
        });

        var (section, values) = Assert.Single(known);
        Assert.Equal("basic", section);
        Assert.Equal(new Dictionary<string, string> { ["phone"] = "13800138000" }, values);
    }

    [Fact]
    public void Defects_are_told_in_the_order_of_the_form()
    {
        var form = A.Form();

        var defects = form.Check(new Dictionary<string, IReadOnlyDictionary<string, string>>(), new HashSet<string>());

        Assert.Equal(
            [new("basic", "name", DefectKind.Missing), new("results", "patents", DefectKind.Missing)], defects);
    }
}
