using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.WorkItems;

public sealed class TaskTests
{
    [SkippableTheory, Databases]
    public async Task A_form_nobody_has_built_still_lets_the_step_be_done(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var task = TownHall.Task(declaration, form: "joint-check");
        await product.StoreAsync(task);

        var done = await product.SendAs(TownHall.Officer, new CompleteWorkItem.Command(task.Id, "Pass"));

        Assert.Equal("Pass", done.Outcome);
    }

    [SkippableTheory, Databases]
    public async Task A_task_handed_on_is_told_to_the_colleague_and_comes_back_when_released(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var task = TownHall.Task(declaration);
        await product.StoreAsync(task);
        await product.SendAs(TownHall.Officer, new ClaimWorkItem.Command(task.Id));

        await product.SendAs(
            TownHall.Officer,
            new PassOnWorkItem.Command(task.Id, DemoPeople.Id("commissioner"), PassOnWorkItem.Manner.Delegate, "出差"));
        var told = await product.SendAs(TownHall.Colleague, new ListNotices.Query());
        await product.SendAs(TownHall.Colleague, new ReleaseWorkItem.Command(task.Id));

        Assert.Equal("notice.task", Assert.Single(told.Items).Text);
        Assert.True((await product.SendAs(TownHall.Officer, new GetWorkItem.Query(task.Id))).Holding.IsMine);
    }

    [SkippableTheory, Databases]
    public async Task A_second_supplement_notice_is_not_even_offered(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var task = Eligibility(declaration);
        await product.StoreAsync(task);
        var before = await product.SendAs("organiser", new GetWorkItem.Query(task.Id));

        var calendar = new WorkingCalendar([new OfficialYear(2022, [], [])]);
        await product.StoreAsync(SupplementNotice.Issue(declaration, null, ["身份证"], 5, calendar, product.Clock.GetUtcNow()));
        var after = await product.SendAs("organiser", new GetWorkItem.Query(task.Id));

        Assert.Equal(["Accept", "Supplement", "Refuse"], before.Outcomes.Select(o => o.Name));
        Assert.Equal(["Accept", "Refuse"], after.Outcomes.Select(o => o.Name));
        Assert.NotNull(after.Needs.SupplementIssuedAt);
    }

    [SkippableTheory, Databases]
    public async Task After_the_last_task_comes_the_first_again(DatabaseProvider database)
    {
        var (product, declaration) = await TownHall.OpenAsync(database);
        await using var _ = product;
        var (early, late) = (TownHall.Task(declaration, new DateOnly(2022, 7, 20)), TownHall.Task(declaration));
        await product.StoreAsync(late, early);

        var first = await product.SendAs(TownHall.Officer, new GetWorkItem.Query(early.Id));
        var last = await product.SendAs(TownHall.Officer, new GetWorkItem.Query(late.Id));

        Assert.Equal((null, (WorkItemId?)late.Id), (first.Previous, first.Next));
        Assert.Equal((early.Id, early.Id), (last.Previous!.Value, last.Next!.Value));
    }

    private static OfficeTask Eligibility(DeclarationId declaration) => new(
        new WorkItemSpecification(
            declaration.ToString(), "eligibility", TownHall.Heading(declaration), Stage.Review, "eligibility", "资格审查", null,
            ["Accept", "Supplement", "Refuse"], ["Refuse"], null),
        Role.OrganisingOfficer,
        DemoOrganisations.Id("unit"),
        new DateTimeOffset(2022, 7, 18, 1, 0, 0, TimeSpan.Zero));
}
