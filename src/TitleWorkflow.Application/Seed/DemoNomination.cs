using TitleWorkflow.Application.Channels.Roads;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Seed;

/// <summary>The demonstration's nomination channel: honours and plans.</summary>
public static class DemoNomination
{
    /// <summary>The plan for deputy senior engineers.</summary>
    public static readonly PlanId Plan = new(SeedId.Of("plan/nomination-deputy-senior"));

    /// <summary>The plan for full senior engineers.</summary>
    public static readonly PlanId FullSeniorPlan = new(SeedId.Of("plan/nomination-full-senior"));

    private static ChannelRoad Road => ChannelRoad.Of(Channel.SpecialisedNomination);

    /// <summary>The honour of the third enterprise ended ten days before the demonstration begins.</summary>
    internal static IEnumerable<EnterpriseHonor> Honors(DateOnly start)
    {
        EnterpriseHonor Of(string key, OrganisationKind kind, HonorKind honor, HonorLevel level, DateOnly from, DateOnly to) =>
            EnterpriseHonor.Register(
                new Organisation(DemoOrganisations.Id(key), kind, key, null), honor, level, from, to,
                $"青工信联〔{from.Year}〕8 号", start.AddYears(-1).StartsAt(9));
        var (from, to) = (start.AddYears(-1), start.AddYears(2).AddDays(-1));
        return
        [
            Of("yuanxiu", OrganisationKind.Enterprise, HonorKind.SpecialisedSme, HonorLevel.Provincial, from, to),
            Of("hengce", OrganisationKind.Enterprise, HonorKind.SpecialisedSme, HonorLevel.National, from, to),
            Of("jinshi", OrganisationKind.Enterprise, HonorKind.SingleChampion, HonorLevel.National, from, to),
            Of("tinglan", OrganisationKind.Enterprise, HonorKind.SpecialisedSme, HonorLevel.Provincial,
                start.AddDays(-9).AddYears(-3), start.AddDays(-10)),
        ];
    }

    internal static ReviewCommittee FullSeniorCommittee(ReviewCommittee deputySenior)
    {
        var committee = new ReviewCommittee(
            DemoOrganisations.Id("committee-full"), deputySenior.OrganisingUnit, deputySenior.Series, deputySenior.Specialty,
            TitleLevel.FullSenior, deputySenior.Authorization);
        committee.Appoint(deputySenior.Seats);
        return committee;
    }

    internal static IEnumerable<AnnualPlan> Plans(int year, DateOnly opensOn, DateOnly closesOn, string specialty)
    {
        AnnualPlan For(PlanId id, TitleLevel level, string title, string english, string committee) => new(
            id, $"{year} 年度专精特新举荐评审：{title}", $"{year} nomination review, {english}", year,
            DemoOrganisations.Id(committee), TitleSeries.Engineering, specialty, level, Channel.SpecialisedNomination,
            opensOn, closesOn, LoadRuleSets.Id("shandong", Channel.SpecialisedNomination), Road.Flow, Road.Form, Road.Standard)
        {
            NumberPrefix = Road.NumberPrefix,
        };
        return
        [
            For(Plan, TitleLevel.DeputySenior, "高级工程师", "deputy senior engineers", "committee"),
            For(FullSeniorPlan, TitleLevel.FullSenior, "正高级工程师", "full senior engineers", "committee-full"),
        ];
    }
}
