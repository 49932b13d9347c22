using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Meetings in every state: signed, closed, suspended, planned, and one with a voting under way.</summary>
public sealed partial class City
{
    /// <summary>The meeting in which no code is drawn yet; whoever draws one has it forgotten again.</summary>
    internal Meeting WithoutCodes { get; private set; } = null!;

    /// <summary>The meeting in which a run-off is being voted in; one of its members has cast a ballot.</summary>
    internal Meeting Capped { get; private set; } = null!;

    private async Task Assess()
    {
        string[] agenda = ["certificate", "published", "confirm", "post", "not-passed", "reexamined"];
        var signed = await Meeting.Opened(this, 9, [.. agenda.Select(a => roads[a])]);
        foreach (var standing in agenda)
        {
            var yes = standing is "not-passed" or "reexamined" ? 5 : 8;
            await signed.Vote(roads[standing], yes, no: 8 - yes, abstain: 1);
        }

        (await signed.Close()).Done();
        (await signed.Sign("director")).Done();
        var closed = await Meeting.Opened(this, 9, roads["unsigned"]);
        await closed.Vote(roads["unsigned"], yes: 7, no: 1, abstain: 1);
        (await closed.Close()).Done();
        (places["meeting signed"], places["meeting closed"]) = (signed.Id, closed.Id);
        places["case passed"] = (await signed.Case(roads["post"])).Text("id");
    }

    // The office has voting going on in one room, codes to be drawn in another, and a meeting ahead.
    private async Task OpenTodaysMeeting()
    {
        var planned = await Meeting.Call(this, roads["planned"]);
        WithoutCodes = await Meeting.Call(this);
        await WithoutCodes.SignIn(Meeting.Members.Take(9));
        (await WithoutCodes.Open()).Done();
        await ClockAt(Now, hour: 10);
        var open = await Meeting.Opened(this, 10, roads["decided"], roads["voting"], roads["listed"]);
        await open.Vote(roads["decided"], yes: 8, no: 1, abstain: 1);
        (await open.Recuse(roads["voting"], "expert7")).Done();
        (await open.OpenVoting(roads["voting"])).Done();
        foreach (var member in new[] { "director", "expert1", "expert2" })
        {
            (await open.Cast(roads["voting"], member)).Done();
        }

        (places["meeting planned"], places["meeting without codes"], places["meeting open"]) = (planned.Id, WithoutCodes.Id, open.Id);
        foreach (var standing in new[] { "decided", "voting", "listed" })
        {
            places["case " + standing] = (await open.Case(roads[standing])).Text("id");
        }

        await SettleAfterASecondTie();
        Capped = await TiedUnderACap([.. "deputy,expert1,expert2,expert3,expert4,expert5,expert6,expert8,expert9,expert11".Split(',')]);
        (await Capped.OpenRunOff(places["run-off"])).Done();
        (await Capped.Names(places["run-off"], "expert11", null)).Done();
        places["meeting capped"] = Capped.Id;
    }

    // Nobody names anybody, so both stay over the cap.
    private async Task SettleAfterASecondTie()
    {
        var settled = await TiedUnderACap([.. Meeting.Members.Take(9)]);
        (await settled.OpenRunOff(places["run-off"])).Done();
        (await settled.CloseRunOff(places["run-off"])).Done();
        (await settled.SettleCaps()).Done();
        (places["meeting settled"], places["run-off decided"]) = (settled.Id, places["run-off"]);
    }

    /// <summary>Three were voted on under a plan with two places of them; two are level at the line, and a run-off is called for.</summary>
    internal async Task<Meeting> TiedUnderACap(IReadOnlyList<string> present)
    {
        var plan = await CappedPlan();
        var three = await Road.Waiting(this, plan, "yuanxiu", 82, 78, 78);
        await Rename(three, "祝余", "尹怀瑾", "符星野");
        var meeting = await Meeting.Called(this, present, three);
        foreach (var (road, yes) in three.Zip([present.Count, 8, 8]))
        {
            await meeting.Agree(road, yes);
        }

        places["run-off"] = (await meeting.SettleCaps()).Done().Items("runOffs").Single().ToString();
        return meeting;
    }

    // Its own pass rate comes before that of the rule set; stored it is closed, so that nobody else declares under it.
    private async Task<AnnualPlan> CappedPlan()
    {
        var like = await Read(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan));
        var plan = new AnnualPlan(
            PlanId.New(), "2026 年度限额评审", "2026 review with a cap", like.Year, like.Committee, like.Series, like.Specialty,
            like.Level, like.Channel, like.OpensOn, like.ClosesOn, like.RuleSet, like.Flow, like.Form, like.Standard);
        await Store(plan);
        await Read(db => db.Plans.Where(p => p.Id == plan.Id).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.PassRateCap, 67).SetProperty(x => x.ClosesOn, plan.OpensOn)));
        return plan;
    }

    private async Task Rename(IReadOnlyList<Road> applicants, params string[] names)
    {
        foreach (var (road, name) in applicants.Zip(names))
        {
            var id = new DeclarationId(Guid.Parse(road.Declaration));
            await Read(async db =>
            {
                var person = await db.Declarations.Where(d => d.Id == id).Select(d => d.Applicant).SingleAsync();
                return await db.People.Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, name));
            });
        }
    }
}
