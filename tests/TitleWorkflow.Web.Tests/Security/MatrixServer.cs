using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>
/// The world of the matrix: one person for each role who holds no other, their neighbours elsewhere, and an item of every
/// kind. What may be written to is over and done with, so that no allowed act changes anything.
/// </summary>
public class MatrixServer : Server
{
    private readonly Dictionary<string, string> items = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<PageVisitor>>> browsers = new();

    protected override int MoreApplicants => 3;

    /// <summary>The items by the names the matrix uses.</summary>
    internal IReadOnlyDictionary<string, string> Items => items;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        await SeatAnew();
        await Neighbours.MoveIn(this);
        var (finished, posted) = await ReviewTwo();
        await Decide(finished, posted);
        await Confirm(finished);
        await AssessAnother();
        await NameTheRest(finished, posted);
        await HandInList();
        await NameNomination();
        (items["pilot"], items["pilot-secretary"]) = await MatrixPilot.Authorised(this);
        items["questionnaire"] = await MatrixQuestionnaire.Closed(this);
        items["decision"] = await Decided();
        items["plan-proposal"] = await MatrixPilot.ClosedPlan(this, items["rule-set"]);
    }

    /// <summary>The person who holds the role, and no other, at the organisation whose items they are.</summary>
    internal static string Holder(Role role) => role switch
    {
        Role.EmployerHr => "hr",
        Role.TownOfficer => "town",
        Role.DistrictOfficer => "district",
        Role.CityOfficer => "city",
        Role.ProvinceOfficer => "province",
        Role.OrganisingOfficer => "organiser",
        Role.CommitteeOffice => "office",
        Role.CommitteeDirector => "director",
        Role.DeputyDirector => "deputy",
        Role.Expert => "expert1",
        Role.ServiceCommissioner => "commissioner",
        Role.ProcessDesigner => "designer",
        Role.Administrator => "admin",
        _ => role.ToString().ToLowerInvariant(),
    };

    internal Task<PageVisitor> AtPages(string userName) => browsers.GetOrAdd(
        userName,
        name => new Lazy<Task<PageVisitor>>(async () =>
        {
            var visitor = await PageVisitor.SignedIn(Browser(), name, Password);
            visitor.Accept = "application/json";
            return visitor;
        })).Value;

    internal Task<PageVisitor> StrangerAtPages() =>
        browsers.GetOrAdd("", _ => new Lazy<Task<PageVisitor>>(() => PageVisitor.Stranger(Browser()))).Value;

    // A group leader sits in the committee, and nobody is an expert besides what they are.
    private async Task SeatAnew()
    {
        var leader = DemoPeople.Id("groupleader");
        await Store(new Expert(
            leader, DemoOrganisations.Id("unit"), TitleSeries.Engineering, "机械", TitleLevel.FullSenior, false, Today.AddYears(-1), Today.AddYears(1)));
        await Read(db => db.Grants
            .Where(g => g.Role == Role.Expert && (g.Person == DemoPeople.Id("director") || g.Person == DemoPeople.Id("deputy")))
            .ExecuteDeleteAsync());
        var seats = Meeting.Members.Take(12).Select((member, i) => new
        {
            person = DemoPeople.Id(member).Value,
            position = i switch { 0 => "Director", 1 => "Deputy", _ => "Member" },
        });
        var appointed = await (await As("office")).Post(
            $"/committees/{DemoOrganisations.Id("committee").Value}/appoint",
            new { seats = seats.Append(new { person = leader.Value, position = "Member" }) });
        appointed.Done();
    }

    private async Task<(Road Finished, Road Posted)> ReviewTwo()
    {
        Road[] two = [await Road.AtEmployerPublicity(this), await Road.AtEmployerPublicity(this, "applicant-0001")];
        await two[0].EmployerPublicityEnds();
        await two[0].GoesUp();
        await two[1].GoesUp();
        (await two[0].UnitAsksFor("学历证书不清")).Done();
        (await two[0].Supplies(1)).Done();
        (await two[0].HandsSupplementIn()).Done();
        await two[0].GoesToMeeting();
        await two[1].GoesToMeeting();
        return (two[0], two[1]);
    }

    private async Task Decide(Road finished, Road posted)
    {
        var meeting = await Meeting.Opened(this, 9, finished, posted);
        await meeting.Vote(finished, yes: 9, no: 0, abstain: 0);
        await meeting.Vote(posted, yes: 9, no: 0, abstain: 0);
        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
        items["signed-meeting"] = meeting.Id;
        items["decided-case"] = (await meeting.Case(finished)).Text("id");
    }

    private async Task Confirm(Road road)
    {
        (await road.UnitPostsResult()).Done();
        var window = (await Anybody.Get("/publicity")).Done().Items("items").Single().Part("window");
        await ClockAt(window.Date("nextActionDay"));
        (await road.CityConfirms()).Done();
        items["certificate"] = (await (await As("applicant")).Get("/certificates")).Done()
            .Items("items").Single().Part("certificate").Text("number");
    }

    private async Task<string> ToldNotPassed()
    {
        var plan = await Read(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan));
        var office = await Read(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == DemoOrganisations.Id("yuanxiu")));
        var person = await Read(db => db.People.AsNoTracking().SingleAsync(p => p.Id == DemoPeople.Id("applicant")));
        var now = Today.StartsAt(hour: 9);
        var told = Domain.Declarations.Declaration.Start("QT-2026-9001", person, office, plan, Today, now);
        told.ClearEmployerPublicity(Today, now);
        told.Accept(Actor.Clock, now);
        told.CompleteGroupReview(3, Actor.Clock, now);
        told.RecordResult(AssessmentResult.NotPassed, Today, Actor.Clock, now);
        told.SignResult(Actor.Clock, now);
        told.NotifyResult(now);
        told.OpenReexamination(Today.AddDays(-1));
        await Store(told);
        await Read(db => db.Declarations.Where(d => d.Id == told.Id)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.SubmittedAt, (DateTimeOffset?)now)));
        return told.Id.ToString();
    }

    private async Task AssessAnother()
    {
        var assessed = await Road.AtEmployerPublicity(this);
        await assessed.EmployerPublicityEnds();
        await assessed.GoesUp();
        await assessed.GoesToMeeting();
        var meeting = await Meeting.Call(this, assessed);
        await meeting.SignIn(Meeting.Members.Take(9));
        (await meeting.Open()).Done();
        items["assessed"] = assessed.Declaration;
        items["open-meeting"] = meeting.Id;
        items["listed-case"] = (await meeting.Case(assessed)).Text("id");
        items["paper"] = await Read(db => Evidence(db, assessed, "education/degree"));
    }

    private async Task NameTheRest(Road finished, Road posted)
    {
        (await posted.UnitPostsResult()).Done();
        var atEmployer = await Road.AtEmployerPublicity(this, "applicant-0002");
        (await atEmployer.ObjectedToBy("chairperson", Road.Named)).Done();
        items["objection"] = (await atEmployer.ObjectionsSeenBy("hr")).Single().Text("objection");
        (await atEmployer.Finds("hr", "Dismiss", "经核查不属实。")).Done();
        var draft = await Road.Start(this, "applicant-0003");
        var closed = await StoreClosedPlan();
        var login = await Anybody.Http.PostAsJsonAsync("/api/v1/identity/login", new { userName = "town", password = Password });
        items["finished"] = finished.Declaration;
        items["told"] = await ToldNotPassed();
        items["draft"] = draft.Declaration;
        items["closed-plan"] = closed.ToString();
        items["finished-paper"] = await Read(db => Evidence(db, finished, "education/degree"));
        items["supplement-paper"] = await Read(db => Evidence(db, finished, "supplement/1"));
        items["result-notice"] = await Read(db => Notice(db, posted, PublicityKind.Result));
        items["employer-notice"] = await Read(db => Notice(db, atEmployer, PublicityKind.Employer));
        items["town-task"] = await Read(db => Task(db, finished, Role.TownOfficer, "town"));
        items["reader-task"] = await Read(db => Task(db, finished, Role.Expert, "expert1"));
        items["notice"] = await Read(db => db.Notices.Where(n => n.Person == DemoPeople.Id("applicant"))
            .Select(n => n.Id.ToString()).FirstAsync());
        items["no-version"] = "99";
        items["flow-version"] = await Read(db => db.WorkflowVersions
            .Where(v => v.DefinitionId == "title-review" && v.IsPublished).Select(v => v.Id).SingleAsync());
        var sets = (await (await As("city")).Get("/rule-sets")).Done().Items("items");
        items["rule-set"] = sets[0].Text("id");
        items["rule-set-with-draft"] = sets[1].Text("id");
        (await (await As("city")).Post($"/rule-sets/{sets[1].Text("id")}/drafts")).Done();
        items["status"] = "404";
        items["nowhere"] = "nowhere";
        items["flow"] = "title-review";
        items["section"] = "basic";
        items["item"] = "1";
        items["year"] = "2030";
        items["document"] = "v1";
        items["committee"] = $"{DemoOrganisations.Id("committee").Value}";
        items["member"] = $"{DemoPeople.Id("expert1").Value}";
        items["enterprise"] = $"{DemoOrganisations.Id("yuanxiu").Value}";
        items["nothing"] = $"{Guid.Empty}";
        items["no-expert"] = $"{DemoPeople.Id("applicant").Value}";
        items["pool-expert"] = $"{DemoPeople.Id("expert1").Value}";
        items["nowhere-id"] = $"{Guid.Empty}";
        items["draw"] = await StoreDraw();
        items["refresh-token"] = (await login.Content.ReadFromJsonAsync<Dictionary<string, object>>())!["refreshToken"].ToString()!;
    }

    private async Task HandInList()
    {
        items["list"] = await ApplicantList.WorkedOff(this, "hr", "温言", "苏晚晴");
        items["used-invitation"] = await ApplicantList.Invites(this, "hr", "温言");
        (await Anybody.Post($"/invitations/{items["used-invitation"]}/accept", new { password = Password })).Done();
        items["plan"] = $"{DemoCity.Plan.Value}";
        items["signed-up"] = await Read(db => db.People.Where(p => p.Name == "温言").Select(p => p.Id.Value.ToString()).SingleAsync());
    }

    // Signed and taken back: whoever is let in reads it, and nothing more can be done with it.
    private async Task NameNomination()
    {
        var yuanxiu = Enterprise.Yuanxiu(this);
        var nomination = await yuanxiu.Writes("applicant");
        items["nomination"] = nomination;
        items["signature"] = (await yuanxiu.Signs(nomination)).Done().Text("signature");
        items["enterprise"] = $"{DemoOrganisations.Id("yuanxiu").Value}";
        (await yuanxiu.TakesBack(nomination)).Done();
    }

    private async Task<Guid> StoreClosedPlan()
    {
        var model = await Read(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan));
        var plan = new AnnualPlan(
            PlanId.New(), "已截止", "Closed", model.Year - 1, model.Committee, model.Series, model.Specialty, model.Level,
            model.Channel, model.OpensOn.AddYears(-1), model.ClosesOn.AddYears(-1), model.RuleSet, model.Flow, model.Form, model.Standard);
        await Store(plan);
        return plan.Id.Value;
    }

    private async Task<string> Decided()
    {
        var asked = (await (await As("applicant-0003")).Post("/adviser/decisions", new
        {
            channel = "SkillCrossover",
            region = "shandong",
            year = 2022,
            facts = new { level = "FullSenior", skill = "ChiefTechnician" },
        })).Done().Text("decision");
        (await (await As("organiser")).Post(
            $"/adviser/decisions/{asked}", new { isEligible = true, reason = "相当于正高级水平", basis = "青人社会纪〔2026〕3 号" })).Done();
        return asked;
    }

    // Drawn and sealed, of people nobody of this world is.
    private async Task<string> StoreDraw()
    {
        var pool = new DrawPool(
            Enumerable.Range(0, 20).Select(i => new DrawCandidate(PersonId.New(), i < 10, true, $"{i}")), []);
        var draw = ExpertDraw.Freeze(
            new DrawOccasion(DemoCity.Plan, DemoOrganisations.Id("committee"), TitleLevel.DeputySenior, new DateOnly(2099, 1, 5), 24),
            pool, new DrawPolicy(11, 2, 30, 10, 2, ["开奖号", "supervisor"]), 1, null, DateTimeOffset.UnixEpoch);
        draw.Draw(["826", "41"], DemoPeople.Id("supervisor"), new DateOnly(2099, 1, 1), DateTimeOffset.UnixEpoch);
        await Store(draw);
        return draw.Id.ToString();
    }

    private static DeclarationId Id(Road road) => new(Guid.Parse(road.Declaration));

    private static Task<string> Evidence(TitleDb db, Road road, string fact) => db.Evidence
        .Where(e => e.Declaration == Id(road) && e.Fact == fact).Select(e => e.Id.Value.ToString()).SingleAsync();

    private static Task<string> Notice(TitleDb db, Road road, PublicityKind kind) => db.PublicityNotices
        .Where(n => n.Declaration == Id(road) && n.Kind == kind).Select(n => n.Id.Value.ToString()).SingleAsync();

    private static Task<string> Task(TitleDb db, Road road, Role role, string by) => db.WorkItems
        .Where(w => w.Declaration == Id(road) && w.Role == role && w.CompletedBy == DemoPeople.Id(by))
        .Select(w => w.Id.Value.ToString()).SingleAsync();
}

public sealed class PostgresMatrixServer : MatrixServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}
