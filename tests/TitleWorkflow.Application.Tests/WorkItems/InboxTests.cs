using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.WorkItems;

public sealed class InboxTests
{
    [SkippableTheory, Databases]
    public async Task Every_task_is_on_exactly_one_page_whatever_they_have_in_common(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var tasks = Enumerable.Range(0, 60)
            .Select(i => TownHall.Task(declaration, i % 3 == 0 ? null : new DateOnly(2022, 7, 25))).ToList();
        await product.StoreAsync([.. tasks]);

        var seen = new List<ListInbox.Row>();
        ListInbox.Result page;
        string? after = null;
        do
        {
            page = await product.SendAs(TownHall.Officer, new ListInbox.Query(ListInbox.View.Available, after));
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(tasks.Select(t => t.Id).Order(ById), seen.Select(r => r.WorkItem).Order(ById));
        Assert.Equal(40, seen.TakeWhile(r => r.DueOn is not null).Count());
    }

    [SkippableTheory, Databases]
    public async Task Work_claimed_by_one_leaves_the_lists_of_the_others(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var task = TownHall.Task(declaration);
        await product.StoreAsync(task);

        await product.SendAs(TownHall.Officer, new ClaimWorkItem.Command(task.Id));

        Assert.Single((await product.SendAs(TownHall.Officer, new ListInbox.Query(ListInbox.View.Mine))).Items);
        Assert.Empty((await product.SendAs(TownHall.Colleague, new ListInbox.Query(ListInbox.View.Available))).Items);
        await Refused.With(
            WorkItemRules.NotClaimedByAnother,
            () => product.SendAs(TownHall.Colleague, new CompleteWorkItem.Command(task.Id, "Pass")));
    }

    [SkippableTheory, Databases]
    public async Task Work_of_another_office_does_not_exist(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var task = TownHall.Task(declaration);
        await product.StoreAsync(task);

        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("district", new GetWorkItem.Query(task.Id)));
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("district", new ClaimWorkItem.Command(task.Id)));
    }

    [SkippableTheory, Databases]
    public async Task Who_has_lost_the_role_has_lost_the_work_claimed_before(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var task = TownHall.Task(declaration);
        await product.StoreAsync(task);
        await product.SendAs(TownHall.Officer, new ClaimWorkItem.Command(task.Id));

        var moved = TownHall.Officer with { Grants = [] };

        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs(moved, new CompleteWorkItem.Command(task.Id, "Pass")));
    }

    [SkippableTheory, Databases]
    public async Task The_bell_counts_what_waits(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var (mine, over) = (TownHall.Task(declaration, Product.FirstDay.AddDays(7)), TownHall.Task(declaration, Product.FirstDay));
        await product.StoreAsync(mine, over, TownHall.Task(declaration));
        await product.SendAs(TownHall.Officer, new ClaimWorkItem.Command(mine.Id));
        await product.SendAs(TownHall.Officer, new ClaimWorkItem.Command(over.Id));

        var counts = await product.SendAs(TownHall.Officer, new CountBadges.Query());

        Assert.Equal(new CountBadges.Result(Mine: 2, Urgent: 1, Available: 1, Decisions: 0, UnreadNotices: 0), counts);
    }

    [SkippableTheory, Databases]
    public async Task The_bell_stops_counting_at_a_hundred(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        await product.StoreAsync([.. Enumerable.Range(0, 101).Select(_ => TownHall.Task(declaration))]);

        var counts = await product.SendAs(TownHall.Officer, new CountBadges.Query());

        Assert.Equal(new CountBadges.Result(Mine: 0, Urgent: 0, Available: 100, Decisions: 0, UnreadNotices: 0), counts);
    }

    private static Comparer<WorkItemId> ById { get; } = Comparer<WorkItemId>.Create((a, b) => a.CompareTo(b));
}
