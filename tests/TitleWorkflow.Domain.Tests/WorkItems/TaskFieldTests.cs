using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Tests.WorkItems;

public sealed class TaskFieldTests
{
    [Theory]
    [InlineData("核查日期", "核查日期", null, TaskFieldKind.Text, false)]
    [InlineData("核查日期 | Date of visit | date | required", "核查日期", "Date of visit", TaskFieldKind.Date, true)]
    [InlineData("核查日期 | | date | 必填", "核查日期", null, TaskFieldKind.Date, true)]
    [InlineData("样机数量||NUMBER", "样机数量", null, TaskFieldKind.Number, false)]
    [InlineData("现场属实 | Found true | yesno", "现场属实", "Found true", TaskFieldKind.YesNo, false)]
    public void A_line_of_a_flow_is_read(string line, string label, string? english, TaskFieldKind kind, bool isRequired)
    {
        var field = TaskField.Read(line)!;

        Assert.Equal((label, english, kind, isRequired), (field.Label, field.English, field.Kind, field.IsRequired));
        Assert.Empty(field.Options);
    }

    [Fact]
    public void A_choice_names_what_may_be_chosen() => Assert.Equal(
        ["甲级", "乙级", "丙级"], TaskField.Read("档次 | Grade | choice: 甲级, 乙级，丙级 | required")!.Options);

    [Theory]
    [InlineData("")]
    [InlineData(" | Date | date")]
    [InlineData("日期 | Date | day")]
    [InlineData("日期 | Date | 2")]
    [InlineData("日期 | Date | date | perhaps")]
    [InlineData("日期 | Date | date | required | more")]
    [InlineData("档次 | Grade | choice")]
    [InlineData("档次 | Grade | choice: 甲级")]
    [InlineData("日期 | Date | date: 甲级, 乙级")]
    public void What_is_no_field_is_not_read(string line) => Assert.Null(TaskField.Read(line));

    [Theory]
    [InlineData("日期 | | date | required", "2026-03-02", true)]
    [InlineData("日期 | | date | required", "2026-02-30", false)]
    [InlineData("日期 | | date | required", "", false)]
    [InlineData("日期 | | date", "", true)]
    [InlineData("数量 | | number", "12.5", true)]
    [InlineData("数量 | | number", "十二", false)]
    [InlineData("属实 | | yesno", "Yes", true)]
    [InlineData("属实 | | yesno", "maybe", false)]
    [InlineData("档次 | | choice: 甲级, 乙级", "乙级", true)]
    [InlineData("档次 | | choice: 甲级, 乙级", "丙级", false)]
    [InlineData("说明", "一切正常", true)]
    public void A_field_accepts_what_it_says(string line, string value, bool accepted) =>
        Assert.Equal(accepted, TaskField.Read(line)!.Accepts(value));

    [Fact]
    public void A_text_has_a_limit() => Assert.False(TaskField.Read("说明")!.Accepts(new string('字', TaskField.LongestValue + 1)));
}
