using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Tests.Questionnaires;

public sealed class FieldSummaryTests
{
    [Fact]
    public void Numbers_are_summed_up_over_those_who_gave_one()
    {
        var summary = Of("人数 || number", "3", "1,200.5", null, "-1");

        Assert.Equal(3, summary.Filled);
        Assert.Equal(new NumberFigures(1202.5m, 400.83m, -1m, 1200.5m), summary.Figures);
    }

    [Fact]
    public void Without_a_number_there_are_no_figures()
    {
        var summary = Of("人数 || number", [null]);

        Assert.Equal(0, summary.Filled);
        Assert.Null(summary.Figures);
    }

    [Fact]
    public void Every_value_of_a_choice_is_counted_those_nobody_chose_too()
    {
        Assert.Equal(
            [new ValueCount("材料", 2), new ValueCount("学时", 0), new ValueCount("没有", 1)],
            Of("困难 || choice: 材料, 学时, 没有", "材料", "没有", "材料").Counts!);
        Assert.Equal([new ValueCount("Yes", 0), new ValueCount("No", 1)], Of("集中报送 || yesno", "No").Counts!);
    }

    [Fact]
    public void Words_and_dates_stand_as_they_were_given() =>
        Assert.Equal(["在补材料", "无"], Of("说明", "在补材料", null, "无").Words!);

    private static FieldSummary Of(string line, params string?[] given)
    {
        var field = TaskField.Read(line)!;
        return FieldSummary.Of(field, given.Select(g => g is null ? [] : new Dictionary<string, string> { [field.Label] = g }));
    }
}
