using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.Pilots;

/// <summary>Applications of Jinshi, a single champion, in June 2022.</summary>
internal static class PilotDraft
{
    public static readonly PersonId Writer = PersonId.New();
    public static readonly PersonId FirstOfficer = PersonId.New();
    public static readonly PersonId SecondOfficer = PersonId.New();

    public static readonly Organisation Jinshi = new(OrganisationId.New(), OrganisationKind.Enterprise, "锦石轴承", null);

    public static readonly StandardLine Outstanding =
        new(TitleLevel.Intermediate, null, null, 0, "主持市级以上技术改造并投产，或省级以上技能竞赛前三名");

    /// <summary>Bachelor and so many years for 工程师.</summary>
    public static StandardLine Bachelor(int years) => new(TitleLevel.Intermediate, Education.Bachelor, TitleLevel.Assistant, years);

    public static PilotScope Scope(TitleLevel level = TitleLevel.Intermediate, int size = 7, params StandardLine[] standard) => new(
        TitleSeries.Engineering, "轴承制造", level, size, 320, "年度计划、专家抽取、回避与投票办法", PersonId.New(),
        standard.Length == 0 ? [Bachelor(4), Outstanding] : standard);

    public static PilotApplication Drafted(PilotScope? scope = null, Organisation? unit = null, string today = "2022-06-06") =>
        PilotApplication.Draft(
            "ZP-2022-0001", unit ?? Jinshi, [Champion()], scope ?? Scope(), Qingtan.Day(today), Writer, Qingtan.Time("2022-06-06"));

    /// <summary>With the city, of a unit without a district, or with the district.</summary>
    public static PilotApplication Submitted(PilotScope? scope = null, bool hasDistrict = false)
    {
        var application = Drafted(scope);
        application.Submit(hasDistrict, Writer, Qingtan.Time("2022-06-07"));
        return application;
    }

    public static PilotApplication Evaluated()
    {
        var application = Submitted();
        application.Evaluate(Authorization(), approvesOutstanding: true, null, FirstOfficer, Qingtan.Time("2022-06-14"));
        return application;
    }

    public static PilotApplication Authorised()
    {
        var application = Evaluated();
        application.Authorise(OrganisationId.New(), SecondOfficer, Qingtan.Time("2022-06-20"));
        return application;
    }

    public static CommitteeAuthorization Authorization(string from = "2022-07-01", string to = "2025-06-30") =>
        new("青人社职〔2022〕16 号", Qingtan.Day(from), Qingtan.Day(to));

    private static EnterpriseHonor Champion() => EnterpriseHonor.Register(
        Jinshi, HonorKind.SingleChampion, HonorLevel.National, Qingtan.Day("2021-01-01"), Qingtan.Day("2023-12-31"),
        "青工信联〔2021〕8 号", Qingtan.Time("2021-01-01"));
}
