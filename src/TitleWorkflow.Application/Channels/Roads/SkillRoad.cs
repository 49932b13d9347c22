using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Channels.Roads;

/// <summary>
/// What skilled workers hand in, and what it is measured by: skill first; schooling is told, not demanded, and papers are not
/// counted (人社部发〔2020〕96 号, N3).
/// </summary>
internal static class SkillRoad
{
    public static DossierForm Dossier { get; } = new(
    [
        .. OrdinaryForm.Sections("basic"),
        new("skill", "职业技能等级", "Skill level",
        [
            OrdinaryForm.Text("occupation", "职业（工种）", "Occupation"),
            OrdinaryForm.Choice("skillLevel", "技能等级", "Skill level", evidence: true,
                ("SeniorWorker", "高级工", "Senior worker"), ("Technician", "技师", "Technician"),
                ("SeniorTechnician", "高级技师", "Senior technician"), ("SpecialTechnician", "特级技师", "Special-grade technician"),
                ("ChiefTechnician", "首席技师", "Chief technician")),
            OrdinaryForm.Text("certificateNumber", "技能等级证书编号", "Number of the skill certificate") with { Identifies = true },
            new("certifiedOn", "取得日期", "Certified on", FieldKind.Date),
            OrdinaryForm.Text("post", "生产一线岗位", "Front-line post"),
            new("apprentices", "带徒人数", "Apprentices trained", FieldKind.Number, Required: false),
            OrdinaryForm.Text("competitions", "技能竞赛获奖", "Competition awards", required: false),
        ], IsLasting: true),
        OrdinaryForm.Told("education"),
        OrdinaryForm.Told("title"),
        .. OrdinaryForm.Sections("projects", "appraisals", "report"),
    ]);

    public static ScoringStandard Standard { get; } = new(
    [
        new("skill", "技能水平", "Skill", 50,
        [
            new("level", "职业技能等级", "Skill level", 20, Rule: new(ScoreBasis.Option, Options:
            [
                new("seniorWorker", "高级工", "Senior worker", 12), new("technician", "技师", "Technician", 15),
                new("seniorTechnician", "高级技师", "Senior technician", 18), new("chief", "特级技师、首席技师", "Special-grade or chief technician", 20),
            ], Combination: ScoreCombination.HighestOnly, Evidence: true, Skill: true)),
            new("competitions", "技能竞赛", "Competitions", 15, Rule: new(ScoreBasis.RankTable, Table: [15, 12, 9, 6, 3],
                Combination: ScoreCombination.HighestOnly, Evidence: true, Skill: true)),
            new("apprentices", "带徒传艺", "Apprentices trained", 15, Rule: new(ScoreBasis.PerUnit, 3, Skill: true)),
        ]),
        new("achievements", "生产业绩", "Results in production", 40,
        [
            new("renovation", "技术改造与工艺革新", "Technical renovation", 20, Rule: new(ScoreBasis.PerUnit, 5, Evidence: true)),
            new("patents", "专利与标准", "Patents and standards", 10, Rule: new(ScoreBasis.PerUnit, 5, Evidence: true)),
            new("operations", "解决生产难题", "Problems solved", 10, Rule: new(ScoreBasis.PerUnit, 2)),
        ]),
        new("influence", "行业影响", "Influence", 10, Rule: new(ScoreBasis.PerUnit, 2)),
    ]);
}
