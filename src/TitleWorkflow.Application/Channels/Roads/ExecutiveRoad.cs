using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Channels.Roads;

/// <summary>
/// What heads of enterprises hand in for senior economist: post, tenure and figures of the enterprise; title held, degree and
/// seniority are not asked for.
/// </summary>
internal static class ExecutiveRoad
{
    public static DossierForm Dossier { get; } = new(
    [
        .. OrdinaryForm.Sections("basic"),
        new("enterprise", "企业经营与任职", "Enterprise and post",
        [
            OrdinaryForm.Choice("position", "现任职务", "Post", evidence: true,
                ("chair", "董事长", "Chairperson"), ("general", "总经理", "General manager"), ("deputy", "副总经理", "Deputy general manager")),
            new("since", "任职起始日期", "In post since", FieldKind.Date),
            OrdinaryForm.Text("honour", "企业荣誉或排名", "Honour or ranking of the enterprise", required: false, evidence: true),
            new("sales", "上年度销售收入（万元）", "Sales last year, 10,000 yuan", FieldKind.Number),
            new("taxes", "上年度纳税（万元）", "Taxes last year, 10,000 yuan", FieldKind.Number),
            new("jobs", "上年度新增就业（人）", "New jobs last year", FieldKind.Number, Required: false),
        ]),
        OrdinaryForm.Told("education"),
        OrdinaryForm.Told("title"),
        .. OrdinaryForm.Sections("report"),
    ]);

    public static ScoringStandard Standard { get; } = new(
    [
        new("scale", "企业规模与荣誉", "Scale and honours", 40),
        new("growth", "经营业绩与创新", "Results and innovation", 40,
        [
            new("results", "经营业绩", "Results", 25),
            new("innovation", "管理与技术创新", "Innovation", 15, Rule: new(ScoreBasis.PerUnit, 5, Evidence: true)),
        ]),
        new("society", "就业、纳税与社会责任", "Jobs, taxes, responsibility", 20),
    ]);
}
