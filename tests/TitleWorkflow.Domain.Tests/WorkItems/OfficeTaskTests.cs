using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Tests.WorkItems;

public sealed class OfficeTaskTests
{
    private static readonly PersonId Officer = PersonId.New();
    private static readonly PersonId Colleague = PersonId.New();
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-10-21");

    private readonly OfficeTask task = A.OfficeTask();

    [Fact]
    public void A_claimed_task_is_closed_to_colleagues()
    {
        task.Claim(Officer);
        task.Claim(Officer);

        Refused.With(WorkItemRules.NotClaimedByAnother, () => task.Claim(Colleague));
        Refused.With(WorkItemRules.NotClaimedByAnother, () => task.Complete("Pass", null, Colleague, Now));
        Assert.Equal(Officer, task.Assignee);
    }

    [Fact]
    public void Only_who_claimed_a_task_hands_it_on()
    {
        Assert.All(
            new Action[]
            {
                () => task.Release(Officer),
                () => task.Transfer(Colleague, true, Officer),
                () => task.Delegate(Colleague, true, Officer),
            },
            act => Refused.With(WorkItemRules.ClaimedByYou, act));
    }

    [Fact]
    public void A_task_goes_only_to_a_colleague_who_holds_the_role()
    {
        task.Claim(Officer);

        Refused.With(WorkItemRules.ColleagueHoldsRole, () => task.Transfer(Colleague, false, Officer));
        Refused.With(WorkItemRules.ColleagueHoldsRole, () => task.Delegate(Colleague, false, Officer));
        Assert.Equal(Officer, task.Assignee);
    }

    [Fact]
    public void A_released_task_is_free_for_all()
    {
        task.Claim(Officer);

        task.Release(Officer);

        Assert.Null(task.Assignee);
    }

    [Fact]
    public void A_transferred_task_does_not_come_back()
    {
        task.Claim(Officer);

        task.Transfer(Colleague, true, Officer);
        task.Release(Colleague);

        Assert.Null(task.Assignee);
    }

    [Fact]
    public void A_delegated_task_comes_back_on_release()
    {
        task.Claim(Officer);

        task.Delegate(Colleague, true, Officer);
        var delegated = task.Assignee;
        task.Release(Colleague);

        Assert.Equal((Colleague, Officer), (delegated, task.Assignee));
        Assert.Null(task.DelegatedBy);
    }
}
