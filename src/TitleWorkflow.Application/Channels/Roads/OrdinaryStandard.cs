using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;

namespace TitleWorkflow.Application.Channels.Roads;

/// <summary>Scoring standard of the ordinary declaration: 100 = 30 technical level + 60 achievements + 10 influence.</summary>
internal static class OrdinaryStandard
{
    public static ScoringStandard Standard { get; } = new(
    [
        new("technical", "技术水平", "Technical level", 30,
        [
            new("degree", "学历", "Degree", 7, Rule: new(ScoreBasis.Option, Options:
            [
                new("college", "大专", "College", 3), new("bachelor", "本科", "Bachelor", 5),
                new("master", "硕士", "Master", 6), new("doctor", "博士", "Doctor", 7),
            ], Combination: ScoreCombination.HighestOnly)),
            new("seniority", "专业工作年限", "Years in the specialty", 8, Rule: new(ScoreBasis.PerUnit, 1)),
            new("training", "继续教育", "Continuing education", 5, Rule: new(ScoreBasis.PerUnit, 1)),
            new("skill", "职业技能等级", "Skill level", 10, Rule: new(ScoreBasis.Option, Options:
            [
                new("technician", "技师", "Technician", 7), new("senior", "高级技师", "Senior technician", 9),
                new("chief", "首席技师", "Chief technician", 10),
            ], Combination: ScoreCombination.HighestOnly, Skill: true)),
        ]),
        new("achievements", "业绩成果", "Achievements", 60,
        [
            new("awards", "科技奖励", "Awards", 12, Rule: new(ScoreBasis.RankStep, 12, Decrement: 2)),
            new("patents", "发明专利", "Invention patents", 10, Rule: new(ScoreBasis.PerUnit, 4)),
            new("projects", "主持项目", "Projects led", 20, Rule: new(ScoreBasis.PerUnit, 6)),
            new("renovation", "技术改造", "Technical renovation", 6, Rule: new(ScoreBasis.Fixed, 6)),
            new("standards", "标准制定", "Standards drawn up", 6, Rule: new(ScoreBasis.Fixed, 5)),
            new("papers", "论文著作", "Papers and books", 6, Rule: new(
                ScoreBasis.RankTable, Table: [3, 2, 1], Combination: ScoreCombination.BestN, Best: 3, SinceTitle: true)),
        ]),
        new("influence", "行业影响", "Influence", 10, Rule: new(ScoreBasis.PerUnit, 2)),
    ], TitleFact: "title/obtainedOn");
}
