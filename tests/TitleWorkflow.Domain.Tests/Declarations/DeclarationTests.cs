using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;

namespace TitleWorkflow.Domain.Tests.Declarations;

public sealed class DeclarationTests
{
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-12-20");

    public static TheoryData<DeclarationStatus, Rule> MissingOnSubmission => new()
    {
        { DeclarationStatus.Vetting, DeclarationRules.EmployerPublicityFirst },
        { DeclarationStatus.EligibilityCheck, DeclarationRules.EmployerPublicityFirst },
        { DeclarationStatus.Accepted, DeclarationRules.EmployerPublicityFirst },
        { DeclarationStatus.UnderGroupReview, DeclarationRules.AcceptedBeforeAssessment },
        { DeclarationStatus.AwaitingMeeting, DeclarationRules.AcceptedBeforeAssessment },
        { DeclarationStatus.Voted, DeclarationRules.AcceptedBeforeAssessment },
        { DeclarationStatus.Passed, DeclarationRules.AcceptedBeforeAssessment },
        { DeclarationStatus.ResultPublicity, DeclarationRules.PassedOnly },
        { DeclarationStatus.ObjectionHold, DeclarationRules.PassedOnly },
        { DeclarationStatus.Confirming, DeclarationRules.PassedOnly },
        { DeclarationStatus.Filed, DeclarationRules.PassedOnly },
        { DeclarationStatus.CertificateIssued, DeclarationRules.ConfirmedBeforeCertificate },
    };

    [Theory]
    [InlineData("2022-09-30", false)]
    [InlineData("2022-10-01", true)]
    [InlineData("2022-10-31", true)]
    [InlineData("2022-11-01", false)]
    public void A_draft_is_opened_inside_the_window_of_the_plan(string today, bool open)
    {
        void Start() => Declaration.Start("QT-1", A.Applicant, A.Employer, A.Plan(), Qingtan.Day(today), Qingtan.Time(today));

        if (open)
        {
            Start();
        }
        else
        {
            Refused.With(DeclarationRules.WindowOpen, Start);
        }
    }

    [Fact]
    public void A_draft_takes_committee_rule_set_and_flow_from_its_plan()
    {
        var plan = A.Plan(OrganisationId.New());

        var draft = Declaration.Start("QT-1", A.Applicant, A.Employer, plan, plan.OpensOn, Now);

        Assert.Equal((plan.Committee, plan.RuleSet, plan.Level), (draft.Committee, draft.RuleSet, draft.Level));
        Assert.Equal([new DeclarationStarted(draft.Id, "QT-1", plan.Flow)], draft.TakeEvents());
        Assert.Empty(draft.Events);
    }

    [Theory]
    [MemberData(nameof(MissingOnSubmission), DisableDiscoveryEnumeration = true)]
    public void No_flow_leads_past_a_statutory_precondition(DeclarationStatus status, Rule missing)
    {
        var declaration = A.Declaration().Submitted();

        Refused.With(missing, () => declaration.In(status, Stage.Review));

        Assert.Equal(DeclarationStatus.EmployerChecking, declaration.Status);
    }

    [Theory]
    [InlineData(DeclarationStatus.AwaitingMeeting)]
    [InlineData(DeclarationStatus.Voted)]
    [InlineData(DeclarationStatus.Passed)]
    public void No_case_comes_before_the_committee_without_a_group_opinion(DeclarationStatus status) =>
        Refused.With(
            DeclarationRules.GroupReviewBeforeMeeting,
            () => A.Declaration().Accepted().In(status, Stage.Assessment));

    [Fact]
    public void Acceptance_follows_publicity_at_the_employer() =>
        Refused.With(
            DeclarationRules.EmployerPublicityFirst,
            () => A.Declaration().Submitted().Accept(A.ByOffice, Now));

    [Fact]
    public void Only_accepted_cases_are_assessed()
    {
        var declaration = A.Declaration().PostedAtEmployer();

        Refused.With(
            DeclarationRules.AcceptedBeforeAssessment, () => declaration.CompleteGroupReview(3, A.ByOffice, Now));
        Refused.With(
            DeclarationRules.AcceptedBeforeAssessment,
            () => declaration.RecordResult(AssessmentResult.Passed, Qingtan.Day("2022-12-06"), A.ByOffice, Now));
    }

    [Fact]
    public void Two_opinions_do_not_make_a_group_opinion()
    {
        var declaration = A.Declaration().Accepted();

        Refused.With(
            DeclarationRules.GroupReviewBeforeMeeting, () => declaration.CompleteGroupReview(2, A.ByOffice, Now));
        Refused.With(
            DeclarationRules.GroupReviewBeforeMeeting,
            () => declaration.RecordResult(AssessmentResult.Passed, Qingtan.Day("2022-12-06"), A.ByOffice, Now));
    }

    [Fact]
    public void A_result_is_posted_only_when_it_is_signed() =>
        Refused.With(
            DeclarationRules.ResultSigned,
            () => A.Declaration().Voted(AssessmentResult.Passed)
                .In(DeclarationStatus.ResultPublicity, Stage.Publicity));

    [Theory]
    [InlineData(AssessmentResult.NotPassed)]
    [InlineData(AssessmentResult.OverCap)]
    public void Only_a_pass_is_posted_and_confirmed(AssessmentResult result)
    {
        var declaration = A.Declaration().Signed(result);

        Refused.With(
            DeclarationRules.PassedOnly, () => declaration.In(DeclarationStatus.ResultPublicity, Stage.Publicity));
        Refused.With(DeclarationRules.PassedOnly, () => declaration.Confirm("1", A.ByOffice, Now));
    }

    [Fact]
    public void Confirmation_follows_publicity_of_the_result()
    {
        var declaration = A.Declaration().Signed();

        Refused.With(DeclarationRules.ResultPublicityFirst, () => declaration.Confirm("1", A.ByOffice, Now));
        Refused.With(
            DeclarationRules.ResultPublicityFirst, () => declaration.In(DeclarationStatus.Filed, Stage.Filing));
    }

    [Fact]
    public void A_certificate_follows_confirmation() =>
        Refused.With(
            DeclarationRules.ConfirmedBeforeCertificate,
            () => A.Declaration().PostedAsPassed().Certify("1", A.ByOffice, Now));

    [Theory]
    [InlineData(AssessmentResult.NotPassed, DeclarationStatus.NotPassed)]
    [InlineData(AssessmentResult.OverCap, DeclarationStatus.OverCap)]
    public void An_applicant_who_did_not_pass_is_told_once_it_is_signed(
        AssessmentResult result, DeclarationStatus status)
    {
        var unsigned = A.Declaration().Voted(result);
        var signed = A.Declaration().Signed(result);

        signed.NotifyResult(Now);

        Assert.Equal((status, false), (signed.Status, signed.IsLive));
        Refused.With(DeclarationRules.ResultSigned, () => unsigned.NotifyResult(Now));
        Refused.With(DeclarationRules.NotEnded, () => signed.NotifyResult(Now));
    }

    [Fact]
    public void Who_passed_is_never_told_that_they_did_not()
    {
        var declaration = A.Declaration().Signed(AssessmentResult.Passed);

        Refused.With(DeclarationRules.NotPassedOnly, () => declaration.NotifyResult(Now));

        Assert.True(declaration.IsLive);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_refusal_gives_reasons(string reason) =>
        Refused.With(
            DeclarationRules.RefusalReasoned, () => A.Declaration().Submitted().Refuse(reason, A.ByOffice, Now));

    [Fact]
    public void An_applicant_withdraws_only_before_the_meeting_opens()
    {
        var declaration = A.Declaration().ReadByGroup();

        Refused.With(
            DeclarationRules.WithdrawBeforeMeeting, () => declaration.Withdraw("", true, A.ByApplicant, Now));
        Refused.With(
            DeclarationRules.WithdrawBeforeMeeting,
            () => A.Declaration().Voted(AssessmentResult.Passed).Withdraw("", false, A.ByApplicant, Now));
        declaration.Withdraw("另有安排", false, A.ByApplicant, Now);

        Assert.Equal((DeclarationStatus.Withdrawn, "另有安排"), (declaration.Status, declaration.EndReason));
        Assert.Contains(new DeclarationWithdrawn(declaration.Id, "另有安排"), declaration.Events);
    }

    [Fact]
    public void An_ended_declaration_does_not_move_any_more()
    {
        var declaration = A.Declaration().Certified();

        Assert.All(
            new Action[]
            {
                () => declaration.In(DeclarationStatus.Vetting, Stage.Review),
                () => declaration.Return([new ReturnedSection("basic", "?")], A.Form(), A.ByOffice, Now),
                () => declaration.Refuse("?", A.ByOffice, Now),
                () => declaration.Accept(A.ByOffice, Now),
                () => declaration.Lapse(Now),
                () => declaration.Withdraw("?", false, A.ByApplicant, Now),
                () => declaration.Confirm("?", A.ByOffice, Now),
                () => declaration.Certify("?", A.ByOffice, Now),
            },
            act => Refused.With(DeclarationRules.NotEnded, act));
    }

    [Fact]
    public void Only_a_lapse_is_overturned_and_only_for_a_reason()
    {
        var lapsed = A.Declaration().Lapsed();
        var withdrawn = A.Declaration().Submitted();
        withdrawn.Withdraw("", false, A.ByApplicant, Now);

        Refused.With(SupplementRules.LapsedOnly, () => withdrawn.OverturnLapse("系统故障", A.ByOffice, Now));
        Refused.With(SupplementRules.OverrideReasoned, () => lapsed.OverturnLapse(" ", A.ByOffice, Now));
        Assert.Equal((DeclarationStatus.DeemedWithdrawn, false), (lapsed.Status, lapsed.IsLive));
        lapsed.OverturnLapse("系统故障", A.ByOffice, Now);

        Assert.Equal((DeclarationStatus.EligibilityCheck, true), (lapsed.Status, lapsed.IsLive));
        Assert.Contains(new LapseOverturned(lapsed.Id), lapsed.Events);
    }

    [Fact]
    public void A_declaration_goes_the_whole_road_to_its_certificate()
    {
        var declaration = A.Declaration().Certified();

        Assert.Equal((DeclarationStatus.CertificateIssued, false), (declaration.Status, declaration.IsLive));
        Assert.Equal(Qingtan.Day("2022-10-19"), declaration.EmployerPublicityEndedOn);
        Assert.Equal(Qingtan.Day("2022-12-06"), declaration.VotedOn);
        Assert.Equal(Qingtan.Day("2022-12-15"), declaration.ResultPublicityEndedOn);
        Assert.Equal(
            [
                HistoryAct.Started, HistoryAct.Submitted, HistoryAct.EmployerPublicityEnded, HistoryAct.Accepted,
                HistoryAct.GroupReviewed, HistoryAct.Voted, HistoryAct.ResultSigned, HistoryAct.ResultPublicityEnded,
                HistoryAct.Confirmed, HistoryAct.CertificateIssued,
            ],
            declaration.History.Select(h => h.Act));
    }

    [Fact]
    public void A_stage_keeps_the_instant_it_was_first_entered()
    {
        var declaration = A.Declaration().Submitted();
        var entered = declaration.StageEnteredAt[Stage.Review];

        declaration.Enter(DeclarationStatus.EmployerPublicity, Stage.Review, null, null, Now);

        Assert.Equal(entered, declaration.StageEnteredAt[Stage.Review]);
        Assert.Equal([Stage.Declaration, Stage.Review], declaration.StageEnteredAt.Keys.Order());
    }

    [Fact]
    public void Lines_of_one_instant_keep_the_order_in_which_they_were_noted()
    {
        var declaration = A.Declaration();
        var now = Qingtan.Time("2022-10-12");
        for (var i = 0; i < 10_000; i++)
        {
            declaration.Note(HistoryAct.StepCompleted, A.ByApplicant, now);
        }

        var ids = declaration.History.Select(h => h.Id).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
