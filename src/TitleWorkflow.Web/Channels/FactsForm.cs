using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Web.Channels;

/// <summary>
/// What the adviser is told, as an address carries it: page and interface for programs alike. Yes is 1, no is 0, and what is
/// not known is left out.
/// </summary>
internal sealed class FactsForm
{
    public TitleSeries? Series { get; set; }

    public TitleLevel? Level { get; set; }

    public Education? Education { get; set; }

    public DateOnly? GraduatedOn { get; set; }

    public TitleSeries? HeldSeries { get; set; }

    public TitleLevel? HeldTitle { get; set; }

    public DateOnly? HeldSince { get; set; }

    public SkillLevel? Skill { get; set; }

    public DateOnly? SkillSince { get; set; }

    public int? InService { get; set; }

    public int? FrontLine { get; set; }

    public int? AppraisalsQualified { get; set; }

    public int? ContinuingEducation { get; set; }

    public int? Honour { get; set; }

    public int? SingleChampion { get; set; }

    public int? PilotEmployer { get; set; }

    public int? AuthorisedAssociation { get; set; }

    public int? Nominated { get; set; }

    public int? PeerRecommended { get; set; }

    public int? OutstandingResults { get; set; }

    public int? ManagementRank { get; set; }

    public DateOnly? ManagingSince { get; set; }

    public int? Patents { get; set; }

    public int? NationalProjects { get; set; }

    public int? NewTechnologies { get; set; }

    public int? Sales { get; set; }

    public int? Taxes { get; set; }

    public int? NewJobs { get; set; }

    /// <summary>The facts; null while it is not said which title is wanted.</summary>
    public ApplicantFacts? Facts() => Level is not { } level ? null : new ApplicantFacts(Series ?? TitleSeries.Engineering, level)
    {
        Education = Education,
        GraduatedOn = GraduatedOn,
        Title = HeldTitle is { } held ? new HeldTitle(HeldSeries ?? TitleSeries.Engineering, held, HeldSince) : null,
        Skill = Skill is { } skill ? new HeldSkill(skill, SkillSince) : null,
        ManagingSince = ManagingSince,
        Figures = Figures().Where(f => f.Value is not null).ToDictionary(f => f.Metric, f => f.Value!.Value),
    };

    private IEnumerable<(Metric Metric, int? Value)> Figures() =>
    [
        (Metric.InService, InService), (Metric.FrontLine, FrontLine), (Metric.AppraisalsQualified, AppraisalsQualified),
        (Metric.ContinuingEducation, ContinuingEducation), (Metric.Honour, Honour), (Metric.SingleChampion, SingleChampion),
        (Metric.PilotEmployer, PilotEmployer), (Metric.AuthorisedAssociation, AuthorisedAssociation),
        (Metric.Nominated, Nominated), (Metric.PeerRecommended, PeerRecommended), (Metric.OutstandingResults, OutstandingResults),
        (Metric.ManagementRank, ManagementRank), (Metric.Patents, Patents), (Metric.NationalProjects, NationalProjects),
        (Metric.NewTechnologies, NewTechnologies), (Metric.Sales, Sales), (Metric.Taxes, Taxes), (Metric.NewJobs, NewJobs),
    ];
}
