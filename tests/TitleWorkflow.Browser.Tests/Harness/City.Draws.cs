using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Experts;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>People on the road into the expert pool, and a draw in each state.</summary>
public sealed partial class City
{
    /// <summary>Account names of everybody invited by a draw, in order.</summary>
    internal Task<List<string>> InvitedBy(string draw) => Read(db => db.DrawSeats
        .Where(s => s.Draw == new ExpertDrawId(Guid.Parse(draw)) && s.Status == DrawSeatStatus.Invited).OrderBy(s => s.Order)
        .Join(db.Users, s => s.Expert, a => a.Person, (_, a) => a.UserName!).ToListAsync());

    /// <summary>The name of the person behind an account.</summary>
    internal Task<string> NameOf(string userName)
    {
        var person = DemoPeople.Id(userName);
        return Read(db => db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync());
    }

    private async Task DrawCommittees()
    {
        places["expert"] = $"{DemoPeople.Id("expert1").Value}";
        (places["nominee"], places["candidate"]) = (await NominateExpert("邵闻舟", "99040119800101001X"), await NominateExpert("季听澜", "99040119800101002X"));
        await PostCandidate();
        (await (await As("office")).Post(
            $"/experts/{places["candidate"]}/relations", new { kind = "Contracting", otherName = "青檀重工有限公司" })).Done();
        places["draw sealed"] = await HeldFor(Now.AddDays(60));
        places["draw released"] = await HeldFor(Now.AddDays(1));
        foreach (var member in await InvitedBy(places["draw released"]))
        {
            (await (await As(member)).Post($"/draws/{places["draw released"]}/answer", new { comes = true })).Done();
        }

        places["draw frozen"] = await Freeze(Now.AddDays(90));
        places["draw day"] = Now.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private async Task<string> NominateExpert(string name, string idNumber)
    {
        var nominees = new[]
        {
            new { name, idNumber, series = "Engineering", specialty = "机械", level = "FullSenior", keywords = new[] { "智能制造" } },
        };
        (await (await As("hr")).Post("/experts/nominations", new { unit = DemoOrganisations.Id("unit").Value, nominees })).Done();
        return (await Read(db => db.People.Where(p => p.Name == name).Select(p => p.Id.Value).SingleAsync())).ToString();
    }

    private async Task PostCandidate()
    {
        var office = await As("office");
        (await office.Post("/experts/screen", new { decisions = new[] { new { expert = places["candidate"], fit = true } } })).Done();
        (await office.Post("/experts/post")).Done();
        (await office.Post($"/experts/{places["candidate"]}/objections", new { text = "论文署名存疑" })).Done();
    }

    // Thirteen of fifteen are drawn; another round is held until the expert the views are looked at by is among them.
    private async Task<string> HeldFor(DateOnly day)
    {
        while (true)
        {
            var draw = await Freeze(day);
            (await (await As("supervisor")).Post($"/draws/{draw}/hold", new { publicValue = "8 2 6", supervisorNumber = "41" })).Done();
            if ((await InvitedBy(draw)).Contains("expert1"))
            {
                return draw;
            }
        }
    }

    private async Task<string> Freeze(DateOnly day) => (await (await As("office")).Post("/draws", new
    {
        plan = DemoCity.Plan.Value,
        meetingOn = day,
        size = 13,
        alternates = 2,
        publicInput = "福利彩票开奖号",
        reason = "会议改期",
    })).Done().ToString();
}
