using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Schema;

public sealed class RoundTripTests
{
    private static readonly DateTimeOffset Now = Product.FirstDay.StartsAt(hour: 9).AddMilliseconds(1.234);
    private static readonly WorkingCalendar Calendar = new([new OfficialYear(2022, [], [])]);

    [SkippableTheory, Databases]
    public async Task A_declaration_comes_back_as_it_was_stored(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var plan = await product.ReadAsync(db => db.Plans.SingleAsync(p => p.Id == DemoCity.Plan));
        var applicant = await product.ReadAsync(db => db.People.SingleAsync(p => p.Id == DemoPeople.Id("applicant")));
        var employer = await product.ReadAsync(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == DemoOrganisations.Id("yuanxiu")));
        var declaration = Declaration.Start("QT-2022-0001", applicant, employer, plan, Product.FirstDay, Now);
        declaration.Fill(plan.Form.Find("basic")!, new Dictionary<string, string> { ["post"] = "装调工程师 𠮷" });
        declaration.Attach("education/degree", "学位证.pdf", EvidenceType.Pdf, 1024, new string('a', 64), Now);
        declaration.Return([new ReturnedSection("basic", "电话有误")], plan.Form, Actor.Clock, Now);

        await product.StoreAsync(declaration);

        var stored = await product.ReadAsync(db => db.Declarations.Include(d => d.Evidence).Include(d => d.History).SingleAsync());
        AssertSame(declaration.History.OrderBy(h => h.Id), stored.History.OrderBy(h => h.Id));
        declaration.History.Clear();
        stored.History.Clear();
        AssertSame(declaration, stored);
    }

    [SkippableTheory, Databases]
    public async Task A_plan_comes_back_with_its_form_and_standard(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var plan = await product.ReadAsync(db => db.Plans.SingleAsync(p => p.Id == DemoCity.Plan));

        Assert.Equal(7, plan.Form.Sections.Count);
        Assert.Equal("CN[0-9]{9}[A-Z]", plan.Form.Find("achievements")!.Fields[1].Pattern);
        Assert.Equal(100, plan.Standard.Items.Sum(i => i.Cap));
    }

    [SkippableTheory, Databases]
    public async Task A_meeting_comes_back_with_its_codes_its_cases_and_its_ballots(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var committee = await product.ReadAsync(db => db.Committees.SingleAsync(c => c.Id == DemoOrganisations.Id("committee")));
        var meeting = CommitteeMeeting.Call(committee, Product.FirstDay, "青檀市人社局 301");
        committee.Members.ToList().ForEach(m => meeting.MarkPresence(m.Person, present: true, Now));
        meeting.Open(Now);
        meeting.DrawDirectorCode(DemoPeople.Id("director"));
        meeting.DrawSupervisorCode(DemoPeople.Id("supervisor"));
        var item = new MeetingCase(meeting, DeclarationId.New(), 1);
        item.Recuse(DemoPeople.Id("expert1"), "同事");
        item.OpenVoting(meeting);
        var (receipt, ballot) = item.Cast(meeting, DemoPeople.Id("expert2"), BallotChoice.Yes, hasVoted: false);

        await product.StoreAsync(meeting, item, receipt, ballot);

        AssertSame(meeting, await product.ReadAsync(db => db.Meetings.SingleAsync()));
        AssertSame(item, await product.ReadAsync(db => db.MeetingCases.SingleAsync()));
        AssertSame(receipt, await product.ReadAsync(db => db.BallotReceipts.SingleAsync()));
        AssertSame(ballot, await product.ReadAsync(db => db.SealedBallots.SingleAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Office_and_personal_tasks_come_back_as_what_they_are(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var step = new WorkItemSpecification(
            "instance", "vet", new CaseHeading(
                DeclarationId.New(), "QT-2022-0001", "方知遥", "远岫自动化", null, TitleSeries.Engineering, TitleLevel.DeputySenior, Channel.Standard),
            Stage.Review, "vetting", "审核", null, ["Pass", "Return"], ["Return"], null);
        var office = new OfficeTask(step, Role.DistrictOfficer, OrganisationId.New(), Now);
        var personal = new PersonalTask(step with { DueOn = Product.FirstDay }, Role.Expert, PersonId.New(), Now);
        personal.Complete("Return", "缺考核表", personal.Assignee!.Value, Now);

        await product.StoreAsync(office, personal);

        AssertSame(office, await product.ReadAsync(db => db.WorkItems.OfType<OfficeTask>().SingleAsync()));
        AssertSame(personal, await product.ReadAsync(db => db.WorkItems.OfType<PersonalTask>().SingleAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Notices_come_back_as_they_were_posted(DatabaseProvider database)
    {
        await using var product = await Product.EmptyAsync(database);
        var supplement = SupplementNotice.Issue(DeclarationId.New(), null, ["补年度考核表"], 5, Calendar, Now);
        var publicity = PublicityNotice.Post(
            PublicityKind.Result, DeclarationId.New(), OrganisationId.New(),
            new PublicityEntry("方知遥", "远岫自动化", TitleSeries.Engineering, "机械", TitleLevel.DeputySenior, Channel.Standard),
            5, CountMode.ExcludeStartDay, Calendar, Now);

        await product.StoreAsync(supplement, publicity);

        AssertSame(supplement, await product.ReadAsync(db => db.SupplementNotices.SingleAsync()));
        AssertSame(publicity, await product.ReadAsync(db => db.PublicityNotices.SingleAsync()));
    }

    private static void AssertSame<T>(T expected, T actual) => Assert.Equal(Text(expected), Text(actual));

    // Events are not stored; everything else a reader can see is.
    private static string Text<T>(T value)
    {
        (value as Domain.Aggregate)?.TakeEvents();
        return JsonSerializer.Serialize(value);
    }
}
