using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Seed;

/// <summary>The demonstration's nomination channel: honours, plans, form and standard of its own.</summary>
public static class DemoNomination
{
    /// <summary>The plan for deputy senior engineers.</summary>
    public static readonly PlanId Plan = new(SeedId.Of("plan/nomination-deputy-senior"));

    /// <summary>The plan for full senior engineers.</summary>
    public static readonly PlanId FullSeniorPlan = new(SeedId.Of("plan/nomination-full-senior"));

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
            opensOn, closesOn, LoadRuleSets.Id("shandong", Channel.SpecialisedNomination), "specialised-nomination", Dossier, Standard)
        {
            NumberPrefix = "QTJ",
        };
        return
        [
            For(Plan, TitleLevel.DeputySenior, "高级工程师", "deputy senior engineers", "committee"),
            For(FullSeniorPlan, TitleLevel.FullSenior, "正高级工程师", "full senior engineers", "committee-full"),
        ];
    }

    private static DossierForm Dossier { get; } = new(
    [
        new(NominationLetter.Section, "举荐", "Nomination",
        [
            new("letterNumber", "举荐书编号", "Number of the letter", FieldKind.Text),
            new("signatory", "署名人", "Signed by", FieldKind.Text),
            new("signedOn", "署名日期", "Signed on", FieldKind.Date),
            new("reasons", "举荐理由", "Reasons", FieldKind.LongText, MaxLength: 1000),
            new("letterHash", "举荐书 SHA-256", "SHA-256 of the letter", FieldKind.Text),
        ], IsGiven: true),
        .. DemoForm.Dossier.Sections.Select(Relaxed),
    ]);

    private static ScoringStandard Standard { get; } = new(
    [
        new("technical", "技术水平", "Technical level", 25),
        new("achievements", "创新业绩", "Innovation and results", 65),
        new("influence", "行业影响", "Influence", 10),
    ]);

    // What the measures waive is still told, but neither demanded nor to be proved.
    private static DossierSectionForm Relaxed(DossierSectionForm section) => section.Key switch
    {
        "title" => section with { Fields = [.. section.Fields.Select(f => f with { Evidence = false })] },
        "appraisals" => section with
        {
            Fields = [.. section.Fields.Select(f => f.Key == "creditHours" ? f with { Required = false } : f)],
        },
        _ => section,
    };
}
