using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Tests.WorkItems;

public sealed class WorkItemTests
{
    private static readonly PersonId Officer = PersonId.New();
    private static readonly PersonId Colleague = PersonId.New();
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-10-21");

    [Fact]
    public void A_task_is_done_with_an_outcome_of_the_flow()
    {
        var task = A.OfficeTask();

        task.Complete("Pass", " 同意 ", Officer, Now);

        Assert.Equal((WorkItemStatus.Completed, "Pass", "同意"), (task.Status, task.Outcome, task.Comment));
        Assert.Equal((Officer, Now), (task.CompletedBy, task.ClosedAt));
        Assert.Equal([new WorkItemCompleted(task.Id, "Pass", "同意", task.Values)], task.Events);
    }

    [Theory]
    [InlineData("Approve")]
    [InlineData("pass")]
    [InlineData("")]
    public void An_outcome_the_flow_does_not_offer_is_refused(string outcome) =>
        Refused.With(WorkItemRules.OutcomeOffered, () => A.OfficeTask().Complete(outcome, null, Officer, Now));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_return_says_why(string? comment) =>
        Refused.With(WorkItemRules.ReasonRequired, () => A.OfficeTask().Complete("Return", comment, Officer, Now));

    [Fact]
    public void A_pass_needs_no_reason()
    {
        var task = A.OfficeTask();

        task.Complete("Pass", " ", Officer, Now);

        Assert.Null(task.Comment);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-02-30")]
    public void What_a_step_asks_for_is_filled_in_as_it_says(string? date) => Refused.With(
        WorkItemRules.FieldsFilledIn,
        () => A.OfficeTask("核查日期 | | date | required").Complete(
            "Pass", null, Officer, Now, date is null ? null : new Dictionary<string, string> { ["核查日期"] = date }));

    [Fact]
    public void What_was_filled_in_stays_with_the_task_and_nothing_else_does()
    {
        var task = A.OfficeTask("核查日期 | | date | required", "说明");

        task.Complete("Pass", null, Officer, Now, new Dictionary<string, string>
        {
            ["核查日期"] = "2026-03-02",
            ["说明"] = " ",
            ["未问及"] = "不存",
        });

        Assert.Equal([KeyValuePair.Create("核查日期", "2026-03-02")], task.Values);
    }

    [Fact]
    public void Done_is_done()
    {
        var task = A.OfficeTask();
        task.Claim(Officer);
        task.Complete("Pass", null, Officer, Now);

        Assert.All(
            new Action[]
            {
                () => task.Complete("Return", "缺材料", Officer, Now),
                () => task.Claim(Officer),
                () => task.Release(Officer),
                () => task.Transfer(Colleague, true, Officer),
                () => task.Delegate(Colleague, true, Officer),
            },
            act => Refused.With(WorkItemRules.StillOpen, act));
    }

    [Fact]
    public void Withdrawing_a_step_cancels_what_is_open_and_leaves_what_is_done()
    {
        var open = A.OfficeTask();
        var done = A.OfficeTask();
        done.Complete("Pass", null, Officer, Now);

        Assert.All([open, done], t => t.Cancel(Now.AddDays(1)));

        Assert.Equal((WorkItemStatus.Cancelled, Now.AddDays(1)), (open.Status, open.ClosedAt));
        Assert.Equal((WorkItemStatus.Completed, Now), (done.Status, done.ClosedAt));
        Refused.With(WorkItemRules.StillOpen, () => open.Complete("Pass", null, Officer, Now));
    }

    [Fact]
    public void A_task_is_withdrawn_once_and_its_flow_hears_of_it()
    {
        var task = A.OfficeTask();

        task.Withdraw(Now);

        Assert.Equal((WorkItemStatus.Cancelled, Now), (task.Status, task.ClosedAt));
        Assert.Equal([new WorkItemWithdrawn(task.Id)], task.TakeEvents());
        Refused.With(WorkItemRules.StillOpen, () => task.Withdraw(Now));
    }

    [Fact]
    public void The_last_day_moves_with_the_period_it_rests_on()
    {
        var task = A.OfficeTask();

        task.MoveDueOn(Qingtan.Day("2022-10-25"));

        Assert.Equal(Qingtan.Day("2022-10-25"), task.DueOn);
    }
}
