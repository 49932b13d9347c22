using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Channels.Roads;

/// <summary>
/// What high-level innovators hand in: the one hard condition they rest on, or who recommends them; steps and years are not asked
/// for (《浙江省高层次创新型人才职称“直通车”评审办法》, 2021).
/// </summary>
internal static class ExpressRoad
{
    public static DossierForm Dossier { get; } = new(
    [
        .. OrdinaryForm.Sections("basic"),
        new("hardCondition", "硬性条件", "Hard condition",
        [
            OrdinaryForm.Choice("condition", "所依据的条件", "Condition relied on", evidence: true,
                ("project", "主持完成国家重大科技项目", "Led a completed national major project"),
                ("patents", "第一发明人发明专利不少于 4 项且实施见效", "At least four invention patents as first inventor, in use"),
                ("firstProduct", "首创新技术、新产品、新工艺", "First completer of a new technology, product or process"),
                ("openCompetition", "揭榜挂帅项目负责人", "Winner of an open competition"),
                ("introduced", "引进的高层次人才", "Introduced high-level talent"),
                ("peers", "成果难以量化，由同行推荐", "Hard to measure; recommended by peers")),
            new("account", "符合情况说明", "How it is met", FieldKind.LongText, MaxLength: 2000),
            OrdinaryForm.Text("recommenders", "推荐人（由同行推荐时填写）", "Recommenders, where peers recommend", required: false) with { Identifies = true },
        ]),
        OrdinaryForm.Told("education"),
        OrdinaryForm.Told("title"),
        .. OrdinaryForm.Sections("achievements", "projects", "report"),
    ]);

    public static ScoringStandard Standard { get; } = new(
    [
        new("breakthrough", "原创突破", "Breakthrough", 50),
        new("benefit", "转化与效益", "Use and benefit", 30,
        [
            new("patents", "实施的发明专利", "Patents in use", 16, Rule: new(ScoreBasis.PerUnit, 4, Evidence: true)),
            new("revenue", "经济与社会效益", "Economic and social benefit", 14),
        ]),
        new("influence", "行业影响与带动", "Influence", 20),
    ]);
}
