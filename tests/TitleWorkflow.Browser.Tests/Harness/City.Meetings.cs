using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Meetings in every state: signed, closed, suspended, planned, and one with a voting under way.</summary>
public sealed partial class City
{
    /// <summary>The meeting in which no code is drawn yet; whoever draws one has it forgotten again.</summary>
    internal Meeting WithoutCodes { get; private set; } = null!;

    private async Task Assess()
    {
        string[] agenda = ["certificate", "published", "confirm", "post", "not-passed"];
        var signed = await Meeting.Opened(this, 9, [.. agenda.Select(a => roads[a])]);
        foreach (var standing in agenda)
        {
            var yes = standing == "not-passed" ? 5 : 8;
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
    }
}
