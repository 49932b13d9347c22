using TitleWorkflow.Application.Assessments.Activities;
using TitleWorkflow.Application.Declarations.Activities;
using TitleWorkflow.Application.Experts.Activities;
using TitleWorkflow.Application.Filing.Activities;
using TitleWorkflow.Application.Nominations.Activities;
using TitleWorkflow.Application.Notices.Activities;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Publicity.Activities;
using TitleWorkflow.Application.Reviews.Activities;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>What one step demands to have happened before it, and what has happened once it is left by an outcome.</summary>
internal static class StatutoryStep
{
    private static readonly (CaseFacts Fact, Rule Rule) Live = (CaseFacts.Live, DeclarationRules.NotEnded);
    private static readonly (CaseFacts Fact, Rule Rule) Submitted = (CaseFacts.Submitted, DeclarationRules.CommitmentSigned);
    private static readonly (CaseFacts Fact, Rule Rule) EmployerPosted = (CaseFacts.EmployerPosted, DeclarationRules.EmployerPublicityFirst);
    private static readonly (CaseFacts Fact, Rule Rule) Accepted = (CaseFacts.Accepted, DeclarationRules.AcceptedBeforeAssessment);
    private static readonly (CaseFacts Fact, Rule Rule) Reviewed = (CaseFacts.GroupReviewed, DeclarationRules.GroupReviewBeforeMeeting);
    private static readonly (CaseFacts Fact, Rule Rule) Passed = (CaseFacts.Passed, DeclarationRules.PassedOnly);
    private static readonly (CaseFacts Fact, Rule Rule) Signed = (CaseFacts.Signed, DeclarationRules.ResultSigned);
    private static readonly (CaseFacts Fact, Rule Rule) ResultPosted = (CaseFacts.ResultPosted, DeclarationRules.ResultPublicityFirst);

    // A new ballot undoes whatever followed from the one before.
    private const CaseFacts UndoneByBallot = CaseFacts.Passed | CaseFacts.NotPassed | CaseFacts.Signed | CaseFacts.ResultPosted | CaseFacts.Confirmed;

    // The case is read and voted on anew.
    private const CaseFacts UndoneByReexamination =
        UndoneByBallot | CaseFacts.Voted | CaseFacts.Assigned | CaseFacts.GroupReviewed | CaseFacts.Told;

    private static readonly string[] Vetting = ["employer-check", "appraisal", "recommendation", "vetting", "eligibility"];

    /// <summary>What must be certain when a case comes to the step, each with the rule that says so.</summary>
    public static IEnumerable<(CaseFacts Fact, Rule Rule)> Needs(ActivityNode node) => node switch
    {
        _ when FlowFloor.Is<HumanTask>(node) => NeedsOfTask(node).Distinct(),
        _ when FlowFloor.Is<AwaitPublicity>(node) => FlowFloor.KindOf(node) == PublicityKind.Employer ? [Live, Submitted] : [Live, Passed, Signed],
        _ when FlowFloor.Is<SetStage>(node) => [Live],
        _ when FlowFloor.Is<AwaitOpenDisplay>(node) => [Live, Submitted],
        _ when FlowFloor.Is<AcceptDeclaration>(node) => [Live, Submitted, EmployerPosted],
        _ when FlowFloor.Is<AwaitNomination>(node) => [Live],
        _ when FlowFloor.Is<AwaitSupplement>(node) => [Live, (CaseFacts.Noticed, SupplementRules.NamesItems)],
        _ when FlowFloor.Is<AwaitReopening>(node) => [(CaseFacts.Lapsed, SupplementRules.LapsedOnly)],
        _ when FlowFloor.Is<ReviewInGroup>(node) => [Live, Accepted, (CaseFacts.Assigned, AssessmentRules.ThreeExperts)],
        _ when FlowFloor.Is<HoldBallot>(node) => [Live, Accepted, Reviewed],
        _ when FlowFloor.Is<AwaitSignature>(node) => [Live, (CaseFacts.Voted, AssessmentRules.MeetingClosed)],
        _ when FlowFloor.Is<NotifyResult>(node) => [Live, Signed, (CaseFacts.NotPassed, DeclarationRules.NotPassedOnly)],
        _ when FlowFloor.Is<AwaitReexamination>(node) => [(CaseFacts.Told, ReexaminationRules.ResultTold)],
        _ when FlowFloor.Is<IssueCertificate>(node) =>
        [
            Live, Submitted, EmployerPosted, Accepted, Reviewed, Passed, Signed, ResultPosted,
            (CaseFacts.Confirmed, DeclarationRules.ConfirmedBeforeCertificate),
        ],
        _ => ExpertFloor.Needs(node),
    };

    /// <summary>What an outcome adds to what is certain, and what it takes away.</summary>
    public static (CaseFacts Gained, CaseFacts Lost) Effect(ActivityNode node, string? outcome) => node switch
    {
        _ when FlowFloor.Is<HumanTask>(node) => EffectOfTask(FlowFloor.Literal(node, nameof(HumanTask.Form)), outcome),
        _ when FlowFloor.Is<AwaitPublicity>(node) && outcome == AwaitPublicity.Withdrawn => (CaseFacts.None, CaseFacts.Live),
        _ when FlowFloor.Is<AwaitPublicity>(node) =>
            (FlowFloor.KindOf(node) == PublicityKind.Employer ? CaseFacts.EmployerPosted : CaseFacts.ResultPosted, CaseFacts.None),
        _ when FlowFloor.Is<AcceptDeclaration>(node) => (CaseFacts.Accepted, CaseFacts.None),
        _ when FlowFloor.Is<AwaitSupplement>(node) && outcome == "Lapsed" => (CaseFacts.Lapsed, CaseFacts.Live | CaseFacts.Noticed),
        _ when FlowFloor.Is<AwaitSupplement>(node) => (CaseFacts.None, CaseFacts.Noticed),
        _ when FlowFloor.Is<AwaitReopening>(node) => (CaseFacts.Live, CaseFacts.Lapsed),
        _ when FlowFloor.Is<ReviewInGroup>(node) => (CaseFacts.GroupReviewed, CaseFacts.None),
        _ when FlowFloor.Is<HoldBallot>(node) =>
            (CaseFacts.Voted | (outcome == "Passed" ? CaseFacts.Passed : CaseFacts.NotPassed), UndoneByBallot),
        _ when FlowFloor.Is<AwaitSignature>(node) => (CaseFacts.Signed, CaseFacts.None),
        _ when FlowFloor.Is<NotifyResult>(node) => (CaseFacts.Told, CaseFacts.Live),
        _ when FlowFloor.Is<AwaitReexamination>(node) && outcome == "Upheld" => (CaseFacts.Live, UndoneByReexamination),
        _ when FlowFloor.Is<AwaitReexamination>(node) => (CaseFacts.None, CaseFacts.Told),
        _ when FlowFloor.Is<IssueCertificate>(node) => (CaseFacts.None, CaseFacts.Live),
        _ => ExpertFloor.Effect(node, outcome),
    };

    /// <summary>A step whose order is the regulation's and that is no task for a person: it stands in the main drawing.</summary>
    public static bool IsOfMainDrawing(ActivityNode node) => FlowFloor.IsOurs(node)
        && !FlowFloor.Is<HumanTask>(node) && !FlowFloor.Is<SendNotice>(node) && !FlowFloor.Is<SetStage>(node)
        && !FlowFloor.Is<TellOfMembership>(node);

    private static IEnumerable<(CaseFacts Fact, Rule Rule)> NeedsOfTask(ActivityNode node)
    {
        var form = FlowFloor.Literal(node, nameof(HumanTask.Form)) ?? "general";
        var status = FlowFloor.Literal(node, nameof(HumanTask.Status));
        var isAboveEmployer = Enum.TryParse<OfficeScope>(FlowFloor.Literal(node, nameof(HumanTask.Scope)), out var scope)
            && scope > OfficeScope.Employer;
        return
        [
            .. status is { Length: > 0 } || form is not ("general" or "result-posting") ? [Live] : Array.Empty<(CaseFacts, Rule)>(),
            .. isAboveEmployer ? [Submitted, EmployerPosted] : Array.Empty<(CaseFacts, Rule)>(),
            .. Enum.TryParse<DeclarationStatus>(status, out var entered) ? NeedsOfStatus(entered) : [],
            .. form switch
            {
                "employer-check" or "appraisal" or "recommendation" => [Submitted],
                "group-assignment" => [Accepted],
                "result-posting" => [Passed, Signed],
                "confirmation" => [Passed, Signed, ResultPosted],
                _ => Array.Empty<(CaseFacts, Rule)>(),
            },
        ];
    }

    private static IEnumerable<(CaseFacts Fact, Rule Rule)> NeedsOfStatus(DeclarationStatus status) => status switch
    {
        DeclarationStatus.Vetting or DeclarationStatus.EligibilityCheck or DeclarationStatus.Accepted => [EmployerPosted],
        DeclarationStatus.UnderGroupReview => [Accepted],
        DeclarationStatus.AwaitingMeeting or DeclarationStatus.Voted => [Accepted, Reviewed],
        DeclarationStatus.Passed => [Accepted, Reviewed, Passed],
        DeclarationStatus.ResultPublicity or DeclarationStatus.ObjectionHold => [Passed, Signed],
        DeclarationStatus.Confirming or DeclarationStatus.Filed => [Passed, Signed, ResultPosted],
        DeclarationStatus.CertificateIssued => [(CaseFacts.Confirmed, DeclarationRules.ConfirmedBeforeCertificate)],
        _ => [],
    };

    private static (CaseFacts Gained, CaseFacts Lost) EffectOfTask(string? form, string? outcome) => (form, outcome) switch
    {
        ("declaration" or "correction", _) => (CaseFacts.Submitted, CaseFacts.None),
        (_, "Refuse") when Vetting.Contains(form) => (CaseFacts.None, CaseFacts.Live),
        (_, "Return") when Vetting.Contains(form) && form != "eligibility" => (CaseFacts.None, CaseFacts.Submitted),
        ("eligibility", "Supplement") => (CaseFacts.Noticed, CaseFacts.None),
        ("group-assignment", _) => (CaseFacts.Assigned, CaseFacts.None),
        ("confirmation", _) => (CaseFacts.Confirmed, CaseFacts.None),
        _ => (CaseFacts.None, CaseFacts.None),
    };
}
