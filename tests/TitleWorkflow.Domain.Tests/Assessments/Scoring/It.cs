using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;

namespace TitleWorkflow.Domain.Tests.Assessments.Scoring;

/// <summary>A standard for engineers: 100 = 30 + 60 + 10.</summary>
internal static class It
{
    public static readonly ScoringStandard Standard = new(
    [
        Group("technical", 30,
            new("degree", "学历", "Degree", 7, Rule: new(ScoreBasis.Option, Options:
                [new("bachelor", "本科", "Bachelor", 5), new("doctor", "博士", "Doctor", 7)], Combination: ScoreCombination.HighestOnly)),
            Leaf("seniority", 8, new(ScoreBasis.PerUnit, 1)),
            Leaf("training", 5, new(ScoreBasis.PerUnit, 1)),
            Leaf("skill", 10, new(ScoreBasis.Option, Options:
                [new("technician", "技师", "Technician", 7), new("senior", "高级技师", "Senior technician", 9)], Skill: true))),
        Group("achievements", 60,
            Leaf("awards", 12, new(ScoreBasis.RankStep, 12, Decrement: 2)),
            Leaf("patents", 10, new(ScoreBasis.PerUnit, 4)),
            Leaf("projects", 20, new(ScoreBasis.PerUnit, 6)),
            Leaf("renovation", 6, new(ScoreBasis.Fixed, 6)),
            Leaf("norms", 6, new(ScoreBasis.Fixed, 5)),
            Leaf("papers", 6, new(ScoreBasis.RankTable, Table: [3, 2, 1]))),
        Leaf("influence", 10, new(ScoreBasis.PerUnit, 2)),
    ]);

    /// <summary>What 尹怀瑾 claims.</summary>
    public static readonly ScoreEntry[] Claimed =
    [
        new("degree", "本科", Option: "bachelor"),
        new("seniority", "从事本专业", 6),
        new("training", "近三年继续教育", 4),
        new("skill", "高级技师证书", Option: "senior"),
        new("awards", "市科学技术进步奖", Rank: 3),
        new("patents", "发明专利", 3),
        new("projects", "主持项目", 3),
        new("renovation", "技术改造"),
        new("norms", "行业标准"),
        new("influence", "行业任职", 3),
    ];

    public static ScoreWorking Work(ScoringStandard standard, params ScoreEntry[] entries) =>
        new ScoreCalculation(standard, null, new HashSet<string>()).Work(entries);

    public static ScoringStandard One(int cap, ScoreRule rule) => new([Leaf("one", cap, rule)]);

    public static ScoreItem Leaf(string key, int cap, ScoreRule rule, string? exclusive = null) =>
        new(key, key, key, cap, Rule: rule, Exclusive: exclusive);

    public static ScoreItem Group(string key, int cap, params ScoreItem[] items) => new(key, key, key, cap, items);
}
