using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Instances;

public sealed class InterventionTests
{
    private static readonly PersonId Administrator = PersonId.New();
    private static readonly PersonId Second = PersonId.New();
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-10-21");

    [Fact]
    public void Who_asks_does_not_decide()
    {
        var request = Skip();

        Refused.With(InterventionRules.SecondPerson, () => request.Approve(StatutoryAct.None, false, Administrator, Now));
        Refused.With(InterventionRules.SecondPerson, () => request.Decline("不必", Administrator, Now));
        Assert.Equal(InterventionStatus.Pending, request.Status);
    }

    [Fact]
    public void A_second_person_approves_and_the_flow_is_free_for_the_next_request()
    {
        var request = Skip();

        request.Approve(StatutoryAct.None, false, Second, Now);

        Assert.Equal((InterventionStatus.Approved, Second, Now), (request.Status, request.DecidedBy, request.DecidedAt));
        Assert.Null(request.PendingOn);
    }

    [Fact]
    public void A_request_is_decided_once()
    {
        var request = Skip();
        request.Decline("先联系单位", Second, Now);

        Refused.With(InterventionRules.StillPending, () => request.Approve(StatutoryAct.None, false, Second, Now));
        Refused.With(InterventionRules.StillPending, () => request.TakeBack(Administrator, Now));
        Assert.Equal("先联系单位", request.Remark);
    }

    [Fact]
    public void Only_who_asked_takes_a_request_back()
    {
        var request = Skip();

        Refused.With(InterventionRules.OwnRequest, () => request.TakeBack(Second, Now));
        request.TakeBack(Administrator, Now);

        Assert.Equal(InterventionStatus.TakenBack, request.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Asking_and_declining_need_a_reason(string reason)
    {
        Refused.With(InterventionRules.ReasonGiven, () => Skip(reason: reason));
        Refused.With(InterventionRules.ReasonGiven, () => Cancel(reason: reason));
        Refused.With(InterventionRules.ReasonGiven, () => Skip().Decline(reason, Second, Now));
    }

    [Fact]
    public void Nobody_intervenes_once_a_ballot_on_the_case_was_opened()
    {
        Refused.With(InterventionRules.BallotUntouched, () => Skip(ballotOpened: true));
        Refused.With(InterventionRules.BallotUntouched, () => Cancel(ballotOpened: true));
        Refused.With(InterventionRules.BallotUntouched, () => Skip().Approve(StatutoryAct.None, true, Second, Now));
    }

    public static TheoryData<StatutoryAct, Rule> NeverMadeUp => new()
    {
        { StatutoryAct.ApplicantsAct, InterventionRules.ApplicantActs },
        { StatutoryAct.Decision, InterventionRules.OfficeDecides },
        { StatutoryAct.OfficialRecord, InterventionRules.ActRecorded },
        { StatutoryAct.Publicity, InterventionRules.PublicityRunsOut },
        { StatutoryAct.ExpertOpinion, InterventionRules.ExpertsRead },
        { StatutoryAct.Ballot, InterventionRules.BallotHeld },
        { StatutoryAct.Signature, InterventionRules.SignedInPerson },
    };

    [Theory]
    [MemberData(nameof(NeverMadeUp))]
    public void What_the_regulation_demands_is_not_skipped_by_anybody(StatutoryAct act, Rule rule)
    {
        Refused.With(rule, () => Skip(act));
        Refused.With(rule, () => Skip().Approve(act, false, Second, Now));
    }

    [Fact]
    public void A_terminated_case_ends_with_its_reason()
    {
        var declaration = A.Declaration();

        declaration.Terminate("重复立案", new Actor("青檀市人力资源和社会保障局", null), Now);

        Assert.Equal((DeclarationStatus.Cancelled, "重复立案", false), (declaration.Status, declaration.EndReason, declaration.IsLive));
        Refused.With(DeclarationRules.NotEnded, () => declaration.Terminate("再次", Actor.Clock, Now));
    }

    private static Intervention Skip(
        StatutoryAct act = StatutoryAct.None, bool ballotOpened = false, string reason = "经办人长期缺位") => Intervention.RequestSkip(
        "flow", null, new SkippedStep("execution", "镇街审核", "Town vetting", "Pass", act), ballotOpened, reason, Administrator, Now);

    private static Intervention Cancel(bool ballotOpened = false, string reason = "重复立案") =>
        Intervention.RequestCancel("flow", null, ballotOpened, reason, Administrator, Now);
}
