using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Web.Pages.Pilots;

/// <summary>What the form of an application holds: the standard as years beside the national roads.</summary>
public sealed class PilotForm
{
    private const int UsualSize = 7;

    public Guid Secretary { get; set; }

    public string? Specialty { get; set; }

    public TitleLevel Level { get; set; } = TitleLevel.Intermediate;

    public int? CommitteeSize { get; set; } = UsualSize;

    public int? Staff { get; set; }

    public string? InternalRules { get; set; }

    /// <summary>Years by road, such as <c>Intermediate/Bachelor</c>; none where the road is not offered.</summary>
    public Dictionary<string, int?> Years { get; set; } = [];

    /// <summary>Outstanding results by level; none where that path is not offered.</summary>
    public Dictionary<string, string?> Results { get; set; } = [];

    public static PilotForm Of(PilotScope scope) => new()
    {
        Secretary = scope.Secretary.Value,
        Specialty = scope.Specialty,
        Level = scope.Level,
        CommitteeSize = scope.CommitteeSize,
        Staff = scope.Staff,
        InternalRules = scope.InternalRules,
        Years = scope.Standard.Where(l => l.Degree is not null).DistinctBy(l => (l.Target, l.Degree))
            .ToDictionary(l => Road(l.Target, l.Degree!.Value), l => (int?)l.Years),
        Results = scope.Standard.Where(l => l.Degree is null).DistinctBy(l => l.Target).ToDictionary(l => $"{l.Target}", l => l.Results),
    };

    public static string Road(TitleLevel target, Education degree) => $"{target}/{degree}";

    public PilotScope Scope(IReadOnlyList<EligibilityStep> national) => new(
        TitleSeries.Engineering, Specialty?.Trim() ?? "", Level, CommitteeSize ?? 0, Staff ?? 0, InternalRules?.Trim() ?? "",
        new PersonId(Secretary),
        [
            .. national.Where(s => Years.GetValueOrDefault(Road(s.Target, s.Degree)) is not null)
                .Select(s => new StandardLine(s.Target, s.Degree, s.After, Years[Road(s.Target, s.Degree)]!.Value)),
            .. Results.Where(r => !string.IsNullOrWhiteSpace(r.Value) && Enum.TryParse<TitleLevel>(r.Key, out _))
                .Select(r => new StandardLine(Enum.Parse<TitleLevel>(r.Key), null, null, 0, r.Value!.Trim())),
        ]);
}
