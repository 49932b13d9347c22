using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>Identifies a declared relation.</summary>
public readonly record struct ExpertRelationId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static ExpertRelationId New() => new(Guid.CreateVersion7());
}

/// <summary>How an expert is related to somebody who may apply.</summary>
public enum RelationKind
{
    /// <summary>Kinship by blood or marriage, for ever (亲属).</summary>
    Kin,

    /// <summary>Supervisor and student (师生).</summary>
    SupervisorStudent,

    /// <summary>Co-inventor or co-author (共同发明、合著).</summary>
    CoInventor,

    /// <summary>Worked on one project (项目合作).</summary>
    CoProject,

    /// <summary>Nominated or recommended the person (推荐人).</summary>
    Recommender,

    /// <summary>The person has asked, in advance, not to be judged by this expert, and the office has granted it (申请回避).</summary>
    Avoided,

    /// <summary>The firms of expert and applicant compete; the other is a firm (竞争).</summary>
    Competing,

    /// <summary>The firms of expert and applicant have a contract with each other; the other is a firm (业务往来).</summary>
    Contracting,
}

/// <summary>
/// A relation on record before a draw: whoever is related to an applicant is not drawn. A tie between two firms is for the office to
/// weigh; until it has, it counts like any other.
/// </summary>
public sealed class ExpertRelation : Aggregate
{
    private ExpertRelation()
    {
    }

    /// <summary>A relation of an expert to a person, known by id or by name alone.</summary>
    /// <param name="expert">The expert.</param>
    /// <param name="kind">Which relation.</param>
    /// <param name="other">The other person, if the product knows them.</param>
    /// <param name="otherName">The other's name.</param>
    /// <param name="until">Last day of the common work; null while it lasts, and for kinship.</param>
    /// <param name="now">When it was recorded.</param>
    public ExpertRelation(
        PersonId expert, RelationKind kind, PersonId? other, string otherName, DateOnly? until, DateTimeOffset now)
    {
        Id = ExpertRelationId.New();
        Expert = expert;
        Kind = kind;
        Other = other;
        OtherName = otherName.Trim();
        Until = until;
        RecordedAt = now;
    }

    /// <summary>Identity.</summary>
    public ExpertRelationId Id { get; private set; }

    /// <summary>The expert.</summary>
    public PersonId Expert { get; private set; }

    /// <summary>Which relation.</summary>
    public RelationKind Kind { get; private set; }

    /// <summary>The other person; null if known by name alone.</summary>
    public PersonId? Other { get; private set; }

    /// <summary>The other's name.</summary>
    public string OtherName { get; private set; } = "";

    /// <summary>Last day of the common work; null while it lasts, and for kinship.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Why the office has found that the expert need not stay away; null where it has not.</summary>
    public string? ClearReason { get; private set; }

    /// <summary>Who found it; null likewise.</summary>
    public PersonId? ClearedBy { get; private set; }

    /// <summary>When; null likewise.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>Whether it ties two firms rather than two people.</summary>
    public bool IsBetweenFirms => Kind is RelationKind.Competing or RelationKind.Contracting;

    /// <summary>The office finds that a tie between firms does not keep the expert from judging fairly.</summary>
    /// <exception cref="RuleBrokenException">It is a relation between people, was weighed before, or no reason is given.</exception>
    public void Clear(string? reason, PersonId by, DateTimeOffset now)
    {
        ExpertRules.FirmsOnly.Require(IsBetweenFirms && ClearedAt is null);
        ExpertRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(reason));
        ClearReason = reason!.Trim();
        ClearedBy = by;
        ClearedAt = now;
    }

    /// <summary>Kinship and avoidance count for ever, the others for three years after their end; what was cleared counts no more.</summary>
    public bool CountsOn(DateOnly day) => ClearedAt is null && !IsOver(day);

    private bool IsOver(DateOnly day) => !(Kind is RelationKind.Kin or RelationKind.Avoided || Until is null || day < Until.Value.AddYears(KnownConflicts.Years));
}
