using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Web.Tests.Workflows.Paper;

/// <summary>
/// The dossier as the product's own domain keeps it: the aggregates decide on quorum, recusal and the ballot, and refuse what
/// the regulation forbids. What they refuse to a step, nobody would have drawn; what they refuse to a person, is not done.
/// </summary>
internal sealed class DomainCase
{
    private static readonly DossierForm Form = new([new DossierSectionForm("basic", "基本信息", "Basics", [])]);
    private static readonly Person Applicant = new(PersonId.New(), "路问渠", "370499199012124321", OrganisationId.New());
    private static readonly Organisation Employer = new(Applicant.Employer!.Value, OrganisationKind.Enterprise, "临溪机电", null);
    private static readonly Actor ByApplicant = new(null, Applicant.Name);
    private static readonly Actor ByOffice = new("青檀市人社局", "沈一苇");

    private readonly List<string> refusals = [];
    private readonly PaperClock clock;
    private readonly Declaration declaration;
    private readonly CommitteeMeeting meeting;
    private (string Director, string Supervisor)? codes;

    public DomainCase(PaperClock clock)
    {
        this.clock = clock;
        var committee = new ReviewCommittee(
            OrganisationId.New(), OrganisationId.New(), TitleSeries.Engineering, "机械", TitleLevel.DeputySenior,
            new CommitteeAuthorization("青人社核〔2026〕3号", clock.Today.AddDays(-30), clock.Today.AddYears(2)));
        committee.Appoint([.. Enumerable.Range(0, PaperCase.Members).Select(i => new CommitteeSeat(PersonId.New(), i switch
        {
            0 => CommitteePosition.Director,
            1 => CommitteePosition.Deputy,
            _ => CommitteePosition.Member,
        }))]);
        meeting = CommitteeMeeting.Call(committee, clock.Today, "青檀市人才大厦");
        var plan = new AnnualPlan(
            PlanId.New(), "2026年度工程系列评审", "Engineering review 2026", 2026, committee.Id, TitleSeries.Engineering, "机械",
            TitleLevel.DeputySenior, Channel.Standard, clock.Today, clock.Today.AddDays(60), RuleSetId.New(), "title-review", Form,
            new ScoringStandard([new("level", "技术水平", "Level", 100)]));
        declaration = Declaration.Start("QT-2026-0001", Applicant, Employer, plan, clock.Today, Now);
    }

    /// <summary>What was refused to steps.</summary>
    public IReadOnlyList<string> Refusals => refusals;

    public bool IsCertified => declaration.Status == DeclarationStatus.CertificateIssued;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A step does its part; that it may is the flow's to see to.</summary>
    public void Step(Action<Declaration, Actor, DateTimeOffset> act)
    {
        try
        {
            act(declaration, ByOffice, Now);
        }
        catch (RuleBrokenException broken)
        {
            refusals.Add($"the domain refused a step: {string.Join(", ", broken.Rules.Select(r => r.Code))}");
        }
    }

    /// <summary>A person answers a task.</summary>
    /// <returns>False if the domain does not let them.</returns>
    public bool Answers(string form, string outcome)
    {
        try
        {
            Answer(form, outcome);
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    /// <summary>The committee votes.</summary>
    /// <param name="present">Seats of those in the room.</param>
    /// <param name="recused">Seats of those who left the case.</param>
    /// <param name="yes">Seats that vote yes if they may vote.</param>
    /// <returns>Whether it was passed; null if no ballot could be held.</returns>
    public bool? Vote(IReadOnlyList<int> present, IReadOnlyList<int> recused, IReadOnlyList<int> yes)
    {
        var held = new MeetingCase(meeting, declaration.Id, 1);
        try
        {
            for (var seat = 0; seat < meeting.Size; seat++)
            {
                meeting.MarkPresence(Person(seat), present.Contains(seat), Now);
            }

            Open();
            recused.ToList().ForEach(seat => held.Recuse(Person(seat), "与申报人同单位"));
            held.OpenVoting(meeting);
            var ballots = Enumerable.Range(0, meeting.Size).Where(seat => held.Voters.Contains(Person(seat)))
                .Select(seat => held.Cast(meeting, Person(seat), yes.Contains(seat) ? BallotChoice.Yes : BallotChoice.No, false).Ballot).ToList();
            held.CloseVoting(meeting, codes!.Value.Director, codes.Value.Supervisor, ballots, ballots.Count, Now);
            return held.Result == AssessmentResult.Passed;
        }
        catch (RuleBrokenException)
        {
            return null;
        }
    }

    // Whoever presides may have changed since the last ballot, and the codes with them.
    private void Open()
    {
        var before = meeting.Presiding;
        if (meeting.Status != MeetingStatus.Open)
        {
            meeting.Open(Now);
        }

        if (before != meeting.Presiding || codes is null)
        {
            meeting.ForgetCodes(votingOpen: false);
            codes = (meeting.DrawDirectorCode(meeting.Presiding!.Value), meeting.DrawSupervisorCode(PersonId.New()));
        }
    }

    private void Answer(string form, string outcome)
    {
        switch (form, outcome)
        {
            case ("declaration" or "correction", _):
                declaration.Submit(Form, new TruthCommitment("属实", Applicant.Name, Now), windowOpen: true, "S-1", ByApplicant, Now);
                break;
            case ("employer-check" or "recommendation" or "vetting" or "eligibility", "Refuse"):
                declaration.Refuse("不符合申报条件", ByOffice, Now);
                break;
            case ("employer-check" or "recommendation" or "vetting", "Return"):
                declaration.Return([new ReturnedSection("basic", "请核对")], Form, ByOffice, Now);
                break;
            case ("confirmation", _):
                declaration.Confirm("青人社确〔2026〕1号", ByOffice, Now);
                break;
            default:
                break;
        }
    }

    private PersonId Person(int seat) => meeting.Seats[seat].Person;
}
