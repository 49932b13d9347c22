using System.Net;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

[Trait("Scenario", "S7")]
public sealed class BallotTests(BallotServer server) : IClassFixture<BallotServer>
{
    [Fact]
    public async Task A_ballot_cast_while_the_box_is_opened_is_counted_or_refused_and_never_lost()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 13, road);
        (await meeting.OpenVoting(road)).Done();
        foreach (var member in Meeting.Members)
        {
            await server.As(member);
        }

        var early = Meeting.Members.Take(4).Select(m => meeting.Cast(road, m)).ToList();
        var closing = meeting.CloseVoting(road);
        var casts = await Task.WhenAll(early.Concat(Meeting.Members.Skip(4).Select(m => meeting.Cast(road, m))));

        (await closing).Done();
        var received = casts.Count(c => c.Status == HttpStatusCode.OK);
        var decided = await meeting.Case(road);
        Assert.All(casts.Where(c => c.Status != HttpStatusCode.OK), c => c.Refused(AssessmentRules.VotingOpen));
        Assert.Equal(received, decided.Part("tally").Number("yes"));
        Assert.Equal(received, (await meeting.Receipts(road, "expert1")).Items("codes").Count);
        Assert.Equal(0, await server.Read(db => db.SealedBallots.CountAsync()));
        (await meeting.Close()).Done();
    }

    [Fact]
    public async Task One_case_is_voted_on_at_a_time_and_its_receipts_are_listed_when_it_is_closed()
    {
        var (first, second) = (server.Next(), server.Next());
        var meeting = await Meeting.Opened(server, 9, first, second);
        (await meeting.OpenVoting(first)).Done();

        (await meeting.OpenVoting(second)).Refused(AssessmentSliceRules.OneVoting);
        (await meeting.AskReceipts(first, "expert1")).Refused(AssessmentSliceRules.VotingClosed);
        (await meeting.Close()).Refused(AssessmentRules.MeetingClosed);

        await meeting.CastAll(first, yes: 7, no: 1, abstain: 1);
        (await meeting.CloseVoting(first)).Done();
        var recount = Assert.Single(await meeting.Recount());
        Assert.True(recount.Flag("agrees"));
        (await meeting.Close()).Done();
        (await meeting.Sign("director", "wrong")).Refused(AssessmentSliceRules.StepUp);
    }

    [Fact]
    public async Task A_lost_code_voids_the_ballot_unread_and_it_is_held_again()
    {
        var road = server.Next();
        var meeting = await Meeting.Opened(server, 9, road);
        (await meeting.OpenVoting(road)).Done();
        await meeting.CastAll(road, yes: 0, no: 9, abstain: 0);

        (await meeting.ForgetCodes("supervisor")).Refused(AssessmentRules.CodesFixed);
        (await meeting.VoidVoting(road)).Done();
        (await meeting.ForgetCodes("supervisor")).Done();
        (await meeting.OpenVoting(road)).Refused(AssessmentRules.CodesDrawn);
        await meeting.DrawCodes();
        var decided = await meeting.Vote(road, yes: 6, no: 3, abstain: 0);

        Assert.Equal("Passed", decided.Text("result"));
        Assert.Equal(9, (await meeting.Receipts(road, "expert1")).Items("codes").Count);
        (await meeting.Close()).Done();
    }

    [Fact]
    public async Task What_does_not_wait_for_the_meeting_comes_on_no_agenda()
    {
        var road = server.Next();
        var meeting = await Meeting.Call(server, road);
        var draft = await Road.Start(server);

        (await meeting.Add(road)).Refused(AssessmentSliceRules.CaseAwaitsMeeting);
        (await meeting.Add(draft)).Refused(AssessmentSliceRules.CaseAwaitsMeeting);
    }
}
