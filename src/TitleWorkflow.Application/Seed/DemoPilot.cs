using TitleWorkflow.Application.Channels.Roads;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Application.Seed;

/// <summary>The demonstration's pilot: 锦石轴承 reviews its own engineers with a committee of seven.</summary>
internal static class DemoPilot
{
    private const string Specialty = "轴承制造";

    private static readonly OrganisationId Committee = DemoOrganisations.Id("committee-jinshi");

    private static readonly IReadOnlyList<PersonId> Experts =
        [.. Enumerable.Range(1, 7).Select(i => DemoPeople.Id($"jinshi-expert{i}"))];

    private static PilotScope Scope { get; } = new(
        TitleSeries.Engineering, Specialty, TitleLevel.Intermediate, 7, 320,
        "评审计划每年报市人社局；委员从本单位专家库随机抽取；与申报人有利害关系的回避；无记名投票，到会三分之二以上同意为通过。",
        DemoPeople.Id("jinshi-office"),
        [
            new StandardLine(TitleLevel.Intermediate, Education.Master, TitleLevel.Assistant, 2),
            new StandardLine(TitleLevel.Intermediate, Education.Bachelor, TitleLevel.Assistant, 4),
            new StandardLine(TitleLevel.Intermediate, Education.College, TitleLevel.Assistant, 5),
            new StandardLine(TitleLevel.Intermediate, null, null, 0, "主持市级以上技术改造并投产，或获省级以上技能竞赛前三名"),
        ]);

    /// <summary>Application, committee, pool, plan: everything a running pilot has.</summary>
    public static IEnumerable<object> Create(DateOnly start, IEnumerable<EnterpriseHonor> honors)
    {
        var (unit, first, second) = (DemoPeople.Id("jinshi-hr"), DemoPeople.Id("city"), DemoPeople.Id("city2"));
        var begun = start.AddMonths(-7);
        var authorization = new CommitteeAuthorization(
            $"青人社职〔{start.AddMonths(-6).Year}〕16 号", start.AddMonths(-6), start.AddMonths(-6).AddYears(3).AddDays(-1));
        var application = PilotApplication.Draft(
            $"ZP-{begun.Year - 1}-0001", new Organisation(DemoOrganisations.Id("jinshi"), OrganisationKind.Enterprise, "", null), honors, Scope,
            start, unit, At(begun));
        application.Submit(hasDistrict: false, unit, At(begun.AddDays(2)));
        application.Evaluate(authorization, approvesOutstanding: true, null, first, At(begun.AddDays(10)));
        application.Authorise(Committee, second, At(begun.AddDays(20)));
        var committee = new ReviewCommittee(
            Committee, application.Unit, application.Series, Specialty, application.Level, authorization);
        committee.Appoint([.. Experts.Select((e, i) => new CommitteeSeat(e, i == 0 ? CommitteePosition.Director : CommitteePosition.Member))]);
        var terms = Terms(start);
        var proposal = PlanProposal.Propose(
            committee, LoadRuleSets.Shipped().Single(r => r.Id == terms.RuleSet), start.Year, application.Level, application.Channel, terms,
            DemoPeople.Id("jinshi-office"), At(begun.AddDays(40)));
        proposal.Approve(committee, first, begun.AddDays(45), At(begun.AddDays(45)));
        return
        [
            application, committee, proposal, PlanOf(proposal, committee, terms),
            .. Experts.Select(e => new Expert(
                e, application.Unit, application.Series, Specialty, TitleLevel.DeputySenior, fromEnterprise: true, start.AddYears(-1),
                start.AddYears(2).AddDays(-1))),
        ];
    }

    private static PlanTerms Terms(DateOnly start)
    {
        var meeting = start.AddMonths(4);
        return new PlanTerms(
            $"{start.Year} 年度锦石轴承工程师自主评审", $"{start.Year} own review of Jinshi Bearings, engineers", start.AddMonths(-1),
            start.AddMonths(3), new DateOnly(meeting.Year, meeting.Month, 1), LoadRuleSets.Id("shandong", Channel.Standard), null, 0,
            "0990-5550188");
    }

    private static AnnualPlan PlanOf(PlanProposal proposal, ReviewCommittee committee, PlanTerms terms)
    {
        var road = ChannelRoad.Of(proposal.Channel);
        var plan = new AnnualPlan(
            proposal.Plan, terms.Title, terms.EnglishTitle, proposal.Year, committee.Id, committee.Series, committee.Specialty,
            proposal.Level, proposal.Channel, terms.OpensOn, terms.ClosesOn, terms.RuleSet, road.Flow, road.Form, road.Standard)
        {
            NumberPrefix = road.NumberPrefix,
            StaffOf = committee.OrganisingUnit,
        };
        plan.Set(terms);
        return plan;
    }

    private static DateTimeOffset At(DateOnly day) => day.StartsAt(hour: 9);
}
