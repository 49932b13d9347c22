using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Journeys;

/// <summary>
/// One declaration on its way through the pages, stage by stage. People find their work as they would: through the
/// navigation, the inbox and what the page offers next. The demonstration begins on Monday, 2 March 2026.
/// </summary>
internal sealed partial class Road(Company company, Papers papers)
{
    private const string Applicant = "方知遥";
    private const string Password = "Qingtan-2026";

    public async Task Walk()
    {
        await FillTheForm();
        await Submit();
        await ReturnedAndCorrected();
        await PostedAtTheEmployer();
        await Recommended();
        await PassedFromTownToCity();
        await SupplementedOnce();
        await Accepted();
        await ReadInGroup();
        await Convened();
        await Voted();
        await Signed();
        await Posted();
        await Confirmed();
        await PrintedAndChecked();
    }

    /// <summary>Opens the person's only task on the declaration from the inbox.</summary>
    private async Task<Actor> AtTask(string userName, string inbox = "待办")
    {
        var person = await company.Person(userName);
        await person.Visits(inbox);
        await person.Follows(Applicant);
        await person.SeesHeading($"{Applicant} 申报高级工程师");

        return person;
    }

    /// <summary>Chooses an outcome of the task that is open, and hands it in.</summary>
    private static async Task Decides(Actor person, string outcome, string submit)
    {
        await person.Chooses(outcome);
        await person.Presses(submit);
        await person.Told($"{Applicant}：{outcome}，已提交");
    }

    /// <summary>An administrator moves the demonstration's clock forward with the bar above every page.</summary>
    private async Task ClockMovesOn(int fives, int ones, string today)
    {
        var admin = await company.Person("admin");
        for (var i = 0; i < fives; i++)
        {
            await admin.Presses("前移 5 个工作日");
        }

        for (var i = 0; i < ones; i++)
        {
            await admin.Presses("前移 1 个工作日");
        }

        await admin.Told($"系统日期现在是 {today}");
    }

    /// <summary>
    /// The applicant's own page: what is to be done first of all, and the five stages, done (✓), present (●), waiting for the
    /// applicant (!) or to come (○).
    /// </summary>
    private async Task<Actor> ApplicantSees(string now, string stages)
    {
        var applicant = await company.Person("applicant");
        await applicant.Visits("我的申报");
        await applicant.Page.GetByRole(AriaRole.Link, new() { Name = "申报高级工程师" }).ClickAsync();
        await applicant.SeesHeading(now);
        var shown = await applicant.Page.Locator(".zp-stages > li").EvaluateAllAsync<string[]>(
            "stages => stages.map(s => s.querySelector('b').firstChild.textContent + { done: '✓', now: '●', hold: '!', todo: '○' }[s.dataset.state])");
        Assert.Equal(stages, string.Join(' ', shown));

        return applicant;
    }
}
