using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>
/// Who may not judge whose case, from what the archive knows on a day (回避): a shared employer, now or within three years, and a
/// relation on record. Organisations and people known by name alone are met by their name as <see cref="PartyName"/> reads it.
/// </summary>
public sealed class KnownConflicts
{
    /// <summary>Common employment or work counts for so many years after its end.</summary>
    public const int Years = 3;

    private readonly ILookup<OrganisationId, PersonId> at;
    private readonly ILookup<string, PersonId> atNamed;
    private readonly ILookup<PersonId, PersonId> relatedTo;
    private readonly ILookup<string, PersonId> relatedToNamed;
    private readonly ILookup<string, PersonId> tiedTo;

    /// <summary>Reads the archive for some members of the pool.</summary>
    /// <param name="day">The day judged by.</param>
    /// <param name="members">The members.</param>
    /// <param name="relations">Relations on record, of them or of others.</param>
    public KnownConflicts(DateOnly day, IReadOnlyCollection<PoolMember> members, IEnumerable<ExpertRelation> relations)
    {
        var past = members.SelectMany(m => m.Expert.PastEmployers.Where(p => day < p.Until.AddYears(Years))
            .Select(p => (m.Expert.Person, p.Organisation, Name: (string?)p.Name)));
        var worked = members.Select(m => (m.Expert.Person, Organisation: m.Employer, Name: m.EmployerName)).Concat(past).ToList();
        at = worked.Where(w => w.Organisation is not null).ToLookup(w => w.Organisation!.Value, w => w.Person);
        atNamed = worked.Where(w => w.Name is not null).ToLookup(w => PartyName.Key(w.Name!), w => w.Person);
        var counting = relations.Where(r => r.CountsOn(day)).ToLookup(r => r.IsBetweenFirms);
        tiedTo = counting[true].ToLookup(r => PartyName.Key(r.OtherName), r => r.Expert);
        relatedTo = counting[false].Where(r => r.Other is not null).ToLookup(r => r.Other!.Value, r => r.Expert);
        relatedToNamed = counting[false].Where(r => r.Other is null).ToLookup(r => PartyName.Key(r.OtherName), r => r.Expert);
    }

    /// <summary>Members who work, or lately worked, where the applicant works.</summary>
    public IEnumerable<PersonId> SharingEmployer(DrawApplicant applicant) =>
        at[applicant.Employer].Union(atNamed[PartyName.Key(applicant.EmployerName)]);

    /// <summary>Experts with a relation to the applicant, or to the applicant's firm, on record, and the applicant.</summary>
    public IEnumerable<PersonId> RelatedTo(DrawApplicant applicant) =>
        relatedTo[applicant.Person].Union(relatedToNamed[PartyName.Key(applicant.Name)])
            .Union(tiedTo[PartyName.Key(applicant.EmployerName)]).Append(applicant.Person);
}
