using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Plans;

/// <summary>Identifies a proposal.</summary>
public readonly record struct PlanProposalId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static PlanProposalId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Where a proposal stands.</summary>
public enum PlanStatus
{
    /// <summary>Waits for the city.</summary>
    Proposed,

    /// <summary>Sent back with a reason.</summary>
    Returned,

    /// <summary>Approved: the plan goes by it.</summary>
    Approved,
}

/// <summary>
/// A committee's proposal of its annual plan (年度评审计划报送): written by its office, approved by the city. The plan itself is
/// there, and open to applicants, from the approval on.
/// </summary>
public sealed class PlanProposal : Aggregate
{
    private PlanProposal()
    {
    }

    /// <summary>Identity.</summary>
    public PlanProposalId Id { get; private set; }

    /// <summary>The plan it is, or will be.</summary>
    public PlanId Plan { get; private set; }

    /// <summary>The committee.</summary>
    public OrganisationId Committee { get; private set; }

    /// <summary>Plan year.</summary>
    public int Year { get; private set; }

    /// <summary>Level reviewed.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Channel.</summary>
    public Channel Channel { get; private set; }

    /// <summary>What is proposed.</summary>
    public PlanTerms Terms { get; private set; } = null!;

    /// <summary>What was approved last and the plan goes by; null before.</summary>
    public PlanTerms? InForce { get; private set; }

    /// <summary>Where it stands.</summary>
    public PlanStatus Status { get; private set; }

    /// <summary>Who wrote what is proposed.</summary>
    public PersonId ProposedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who decided; null before.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was sent back; null if it was not.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The channel of a plan that names none, or the named one where the committee has the power to review by it.</summary>
    /// <param name="named">What the office asks for; null for what the committee is there for.</param>
    /// <param name="ownPower">By what a pilot's committee is authorised to review; null for a committee of the bureau.</param>
    /// <exception cref="RuleBrokenException">Own power without authorisation, or a pilot beyond its own.</exception>
    public static Channel ChannelFor(Channel? named, Channel? ownPower)
    {
        var channel = named ?? ownPower ?? Channel.Standard;
        PlanRules.ByItsPower.Require(channel.IsByOwnPower() ? channel == ownPower : ownPower is null);
        return channel;
    }

    /// <summary>Proposes a plan.</summary>
    /// <exception cref="RuleBrokenException">
    /// Outside the committee's authorisation or level, the authorisation withdrawn, rules of something else, or a window that cannot be used; every broken rule
    /// is named.
    /// </exception>
    public static PlanProposal Propose(
        ReviewCommittee committee, RuleSet rules, int year, TitleLevel level, Channel channel, PlanTerms terms, PersonId by, DateTimeOffset now)
    {
        var proposal = new PlanProposal
        {
            Id = PlanProposalId.New(),
            Plan = PlanId.New(),
            Committee = committee.Id,
            Year = year,
            Level = level,
            Channel = channel,
        };
        proposal.Take(committee, rules, terms, by, now);
        return proposal;
    }

    /// <summary>The office changes what it proposes; an approved plan must be approved again.</summary>
    /// <exception cref="RuleBrokenException">Approved and its window has opened, or as for a new proposal.</exception>
    public void Revise(ReviewCommittee committee, RuleSet rules, PlanTerms terms, PersonId by, DateOnly today, DateTimeOffset now)
    {
        PlanRules.BeforeItOpens.Require(InForce is null || today < InForce.OpensOn);
        Take(committee, rules, terms, by, now);
    }

    /// <summary>The city approves; the plan goes by it from now on.</summary>
    /// <exception cref="RuleBrokenException">
    /// It does not wait for approval, was proposed by the same person, the authorisation has changed under it, or the window
    /// it would change has opened.
    /// </exception>
    public void Approve(ReviewCommittee committee, PersonId by, DateOnly today, DateTimeOffset now)
    {
        PlanRules.Proposed.Require(Status == PlanStatus.Proposed);
        PlanRules.SecondOfficer.Require(ProposedBy != by);
        PlanRules.BeforeItOpens.Require(InForce is null || today < InForce.OpensOn);
        RequireLawful(committee, Terms, []);
        Status = PlanStatus.Approved;
        InForce = Terms;
        DecidedBy = by;
        DecidedAt = now;
    }

    /// <summary>The city sends it back.</summary>
    /// <exception cref="RuleBrokenException">It does not wait for approval, or no reason is given.</exception>
    public void SendBack(string reason, PersonId by, DateTimeOffset now)
    {
        PlanRules.Proposed.Require(Status == PlanStatus.Proposed);
        PlanRules.ReturnNeedsReason.Require(!string.IsNullOrWhiteSpace(reason));
        Status = PlanStatus.Returned;
        ReturnReason = reason.Trim();
        DecidedBy = by;
        DecidedAt = now;
    }

    private void Take(ReviewCommittee committee, RuleSet rules, PlanTerms terms, PersonId by, DateTimeOffset now)
    {
        RequireLawful(committee, terms, Broken(PlanRules.RulesOfChannel, rules.Reaches(Channel, committee.Series, Level)));
        Terms = terms;
        Status = PlanStatus.Proposed;
        ProposedBy = by;
        ProposedAt = now;
        ReturnReason = null;
    }

    private void RequireLawful(ReviewCommittee committee, PlanTerms terms, IEnumerable<Rule> more)
    {
        Rule[] broken =
        [
            .. Broken(CommitteeRules.NotWithdrawn, committee.WithdrawnOn is null),
            .. Broken(PlanRules.WithinLevel, Level <= committee.Level),
            .. Broken(PlanRules.Window, terms.OpensOn <= terms.ClosesOn && terms.MeetingMonth.AddMonths(1) > terms.OpensOn),
            .. Broken(
                PlanRules.WithinAuthorization,
                committee.IsAuthorizedThrough(terms.OpensOn, terms.ClosesOn)
                && DaysOf(terms.MeetingMonth).Any(committee.IsAuthorizedOn)),
            .. more,
        ];
        if (broken.Length > 0)
        {
            throw new RuleBrokenException(broken);
        }
    }

    private static IEnumerable<DateOnly> DaysOf(DateOnly month) =>
        Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(i => new DateOnly(month.Year, month.Month, 1).AddDays(i));

    private static IEnumerable<Rule> Broken(Rule rule, bool holds) => holds ? [] : [rule];
}
