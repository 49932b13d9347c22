using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>What the committee needs of an expert, and how much service is too much.</summary>
/// <param name="Unit">The organising unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Series">Series.</param>
/// <param name="Specialty">Specialty.</param>
/// <param name="Level">Level reviewed; an expert's title is of at least this level.</param>
/// <param name="MeetingOn">Day of the meeting.</param>
/// <param name="MeetingsPerYear">Most meetings in a year.</param>
/// <param name="ConsecutiveYears">Most years in a row.</param>
public sealed record DrawDemand(
    OrganisationId Unit,
    string UnitName,
    TitleSeries Series,
    string Specialty,
    TitleLevel Level,
    DateOnly MeetingOn,
    int MeetingsPerYear,
    int ConsecutiveYears);

/// <summary>A member of the pool with what the archive knows of them.</summary>
/// <param name="Expert">The member.</param>
/// <param name="Employer">Where the person works; null if nowhere known.</param>
/// <param name="EmployerName">Its name.</param>
public sealed record PoolMember(Expert Expert, OrganisationId? Employer, string? EmployerName);

/// <summary>An applicant whose case the committee will review.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Name.</param>
/// <param name="Employer">Where they work.</param>
/// <param name="EmployerName">Its name.</param>
public sealed record DrawApplicant(PersonId Person, string Name, OrganisationId Employer, string EmployerName);

/// <summary>Tells who of the pool may be drawn and why the others may not (conflicts known at the draw are not drawn).</summary>
public static class DrawSieve
{
    /// <summary>The eligible, and how many each filter removed; the first filter that applies counts.</summary>
    public static DrawPool Sift(
        DrawDemand demand,
        IEnumerable<PoolMember> members,
        IEnumerable<ExpertRelation> relations,
        IReadOnlyCollection<DrawApplicant> applicants)
    {
        var pool = members.ToList();
        var known = new KnownConflicts(demand.MeetingOn, pool, relations);
        var colleagues = applicants.SelectMany(known.SharingEmployer).ToHashSet();
        var related = applicants.SelectMany(known.RelatedTo).ToHashSet();
        var sorted = pool.ToLookup(m => Filter(demand, m.Expert, colleagues, related));

        return new DrawPool(
            sorted[null].Select(m => Candidate(demand, m)),
            [.. Enum.GetValues<DrawFilter>().Select(f => new DrawExclusion(
                f, sorted[f].Count(m => m.Expert.FromEnterprise), sorted[f].Count(m => !m.Expert.FromEnterprise)))]);
    }

    private static DrawFilter? Filter(DrawDemand demand, Expert expert, HashSet<PersonId> colleagues, HashSet<PersonId> related)
    {
        var state = expert.StateOn(demand.MeetingOn);
        return expert.Series != demand.Series || expert.Specialty != demand.Specialty || expert.Level < demand.Level
                ? DrawFilter.SpecialtyAndLevel
            : state is not (ExpertState.Active or ExpertState.Suspended) ? DrawFilter.Term
            : state == ExpertState.Suspended ? DrawFilter.Suspended
            : colleagues.Contains(expert.Person) ? DrawFilter.SameEmployer
            : related.Contains(expert.Person) ? DrawFilter.Relation
            : expert.IsOverloadedOn(demand.MeetingOn, demand.MeetingsPerYear, demand.ConsecutiveYears) ? DrawFilter.Load
            : null;
    }

    // Whoever works nowhere shares an employer with nobody.
    private static DrawCandidate Candidate(DrawDemand demand, PoolMember member)
    {
        var employer = member.EmployerName is { } name ? PartyName.Key(name) : member.Expert.Person.ToString();
        var inside = member.Employer == demand.Unit || employer == PartyName.Key(demand.UnitName);
        return new DrawCandidate(member.Expert.Person, member.Expert.FromEnterprise, !inside, employer);
    }
}
