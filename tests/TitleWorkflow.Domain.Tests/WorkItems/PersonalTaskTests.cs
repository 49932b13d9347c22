using System.Reflection;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Tests.WorkItems;

public sealed class PersonalTaskTests
{
    private static readonly PersonId Expert = PersonId.New();

    [Fact]
    public void A_personal_task_has_no_verb_to_hand_it_on()
    {
        var verbs = typeof(PersonalTask)
            .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(m => m is { IsPrivate: false, IsSpecialName: false } && m.DeclaringType != typeof(object))
            .Where(m => m.DeclaringType != typeof(Aggregate))
            .Select(m => m.Name)
            .Distinct()
            .Order();

        Assert.Equal(["Cancel", "Complete", "MoveDueOn", "Withdraw"], verbs);
    }

    [Fact]
    public void An_assignee_is_set_by_the_task_alone()
    {
        var setter = typeof(WorkItem).GetProperty(nameof(WorkItem.Assignee))!.SetMethod!;

        Assert.True(setter.IsFamilyAndAssembly);
        Assert.True(typeof(PersonalTask).IsSealed && typeof(OfficeTask).IsSealed);
        Assert.DoesNotContain(typeof(WorkItem).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic), c =>
            c.IsFamily || c.IsFamilyOrAssembly);
    }

    [Fact]
    public void Only_the_person_asked_does_a_personal_task()
    {
        var task = A.PersonalTask(Expert);

        Refused.With(
            WorkItemRules.NotClaimedByAnother,
            () => task.Complete("Pass", null, PersonId.New(), Qingtan.Time("2022-10-21")));
        task.Complete("Pass", null, Expert, Qingtan.Time("2022-10-21"));

        Assert.Equal(Expert, task.CompletedBy);
    }

    [Fact]
    public void A_personal_task_belongs_to_no_office()
    {
        var task = A.PersonalTask(Expert);

        Assert.Equal(Expert, task.Assignee);
        Assert.Null(task.Organisation);
    }
}
