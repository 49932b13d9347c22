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
    /// <summary>Common employment or work counts for so many years after its end.</summary>
    public const int YearsOfConflict = 3;

    /// <summary>The eligible, and how many each filter removed; the first filter that applies counts.</summary>
    public static DrawPool Sift(
        DrawDemand demand,
        IEnumerable<PoolMember> members,
        IEnumerable<ExpertRelation> relations,
        IReadOnlyCollection<DrawApplicant> applicants)
    {
        var employers = applicants.Select(a => a.Employer).ToHashSet();
        var employerNames = applicants.Select(a => PartyName.Key(a.EmployerName)).ToHashSet();
        var people = applicants.Select(a => a.Person).ToHashSet();
        var names = applicants.Select(a => PartyName.Key(a.Name)).ToHashSet();
        var related = relations
            .Where(r => r.CountsOn(demand.MeetingOn)
                && (r.Other is { } other ? people.Contains(other) : names.Contains(PartyName.Key(r.OtherName))))
            .Select(r => r.Expert).Concat(people).ToHashSet();
        var sorted = members.ToLookup(m => Filter(demand, m, employers, employerNames, related));

        return new DrawPool(
            sorted[null].Select(m => Candidate(demand, m)),
            [.. Enum.GetValues<DrawFilter>().Select(f => new DrawExclusion(
                f, sorted[f].Count(m => m.Expert.FromEnterprise), sorted[f].Count(m => !m.Expert.FromEnterprise)))]);
    }

    private static DrawFilter? Filter(
        DrawDemand demand,
        PoolMember member,
        HashSet<OrganisationId> employers,
        HashSet<string> employerNames,
        HashSet<PersonId> related)
    {
        var expert = member.Expert;
        var state = expert.StateOn(demand.MeetingOn);
        return expert.Series != demand.Series || expert.Specialty != demand.Specialty || expert.Level < demand.Level
                ? DrawFilter.SpecialtyAndLevel
            : state is not (ExpertState.Active or ExpertState.Suspended) ? DrawFilter.Term
            : state == ExpertState.Suspended ? DrawFilter.Suspended
            : WorksAt(demand, member, employers, employerNames) ? DrawFilter.SameEmployer
            : related.Contains(expert.Person) ? DrawFilter.Relation
            : expert.IsOverloadedOn(demand.MeetingOn, demand.MeetingsPerYear, demand.ConsecutiveYears) ? DrawFilter.Load
            : null;
    }

    private static bool WorksAt(
        DrawDemand demand, PoolMember member, HashSet<OrganisationId> employers, HashSet<string> names) =>
        (member.Employer is { } now && employers.Contains(now))
        || (member.EmployerName is { } name && names.Contains(PartyName.Key(name)))
        || member.Expert.PastEmployers.Any(p => demand.MeetingOn < p.Until.AddYears(YearsOfConflict)
            && ((p.Organisation is { } then && employers.Contains(then)) || names.Contains(PartyName.Key(p.Name))));

    // Whoever works nowhere shares an employer with nobody.
    private static DrawCandidate Candidate(DrawDemand demand, PoolMember member)
    {
        var employer = member.EmployerName is { } name ? PartyName.Key(name) : member.Expert.Person.ToString();
        var inside = member.Employer == demand.Unit || employer == PartyName.Key(demand.UnitName);
        return new DrawCandidate(member.Expert.Person, member.Expert.FromEnterprise, !inside, employer);
    }
}
