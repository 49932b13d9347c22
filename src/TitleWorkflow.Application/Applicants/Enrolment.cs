using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Accounts;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Applicants;

/// <summary>Makes applicants of listed people, in the caller's commit: person, role, account with an invitation, draft.</summary>
internal sealed class Enrolment(TitleDb db, Numbers numbers, InvitationDesk invitations, TimeProvider clock)
{
    /// <summary>What is stored already about some listed people.</summary>
    public async Task<KnownPeople> KnownAsync(
        Organisation office, AnnualPlan plan, IReadOnlyList<ListedApplicant> listed, CancellationToken ct)
    {
        var today = clock.Today();
        List<string> identities = [.. listed.Select(p => p.IdentityNumber)];
        List<string> phones = [.. listed.Select(p => p.Phone)];
        List<string> names = [.. listed.Select(p => p.Employer).OfType<string>().Distinct()];
        var people = await db.People.Where(p => identities.Contains(p.IdNumber)).ToListAsync(ct);
        List<PersonId> ids = [.. people.Select(p => p.Id)];
        var employers = office.Kind == OrganisationKind.Enterprise
            ? [office]
            : await ImportAccess.EmployersOf(db, office.Id).AsNoTracking().Where(o => names.Contains(o.Name)).ToListAsync(ct);
        return new KnownPeople
        {
            IsOpen = plan.IsOpenOn(today),
            OwnEmployer = office.Kind == OrganisationKind.Enterprise ? office : null,
            Employers = employers.GroupBy(e => e.Name).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First()),
            People = people.ToDictionary(p => p.IdNumber),
            Accounts = await db.Users.AsNoTracking()
                .Where(u => phones.Contains(u.UserName!) || ids.Contains(u.Person))
                .Select(u => new KeyValuePair<string, PersonId>(u.UserName!, u.Person)).ToListAsync(ct),
            Applicants = await db.Grants
                .Where(g => ids.Contains(g.Person) && g.Role == Role.Applicant && g.From <= today && (g.To == null || g.To >= today))
                .Select(g => g.Person).ToHashSetAsync(ct),
            Declaring = await db.Declarations
                .Where(d => ids.Contains(d.Applicant) && d.IsLive && d.Year == plan.Year && d.Level == plan.Level)
                .Select(d => d.Applicant).ToHashSetAsync(ct),
        };
    }

    /// <summary>Enrols a listed person in whom nothing is wrong; the draft's id.</summary>
    public async Task<DeclarationId> EnrolAsync(
        ListedApplicant listed, KnownPeople known, AnnualPlan plan, Organisation office, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var employer = known.EmployerOf(listed)!;
        var person = known.People.GetValueOrDefault(listed.IdentityNumber)
            ?? db.People.Add(new Person(PersonId.New(), listed.Name, listed.IdentityNumber, employer.Id, listed.Email)).Entity;
        if (!known.Applicants.Contains(person.Id))
        {
            db.Grants.Add(new Grant(person.Id, Role.Applicant, employer.Id, clock.Today()));
        }

        if (!known.Accounts.Any(a => a.Value == person.Id))
        {
            invitations.Open(person, listed.Phone);
            known.Accounts.Add(new(listed.Phone, person.Id));
        }

        var number = $"QT-{plan.Year}-{await numbers.NextAsync($"declaration/{plan.Year}", ct):0000}";
        var declaration = Declaration.Start(number, person, employer, plan, clock.Today(), now);
        declaration.Note(HistoryAct.Imported, Actors.Of(office), now);
        foreach (var (section, values) in listed.Facts)
        {
            declaration.Fill(plan.Form.Find(section)!, values);
        }

        db.Declarations.Add(declaration);
        return declaration.Id;
    }
}

/// <summary>What is stored already about the people of some rows.</summary>
internal sealed class KnownPeople
{
    /// <summary>Whether the plan's window is open.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The employer that hands in the list itself; null for an authority.</summary>
    public required Organisation? OwnEmployer { get; init; }

    /// <summary>Employers that may be named, by name; of two with one name, neither.</summary>
    public required IReadOnlyDictionary<string, Organisation> Employers { get; init; }

    /// <summary>People, by identity-card number.</summary>
    public required IReadOnlyDictionary<string, Person> People { get; init; }

    /// <summary>Accounts under the listed telephone numbers, and those of the people; further ones are added as they are opened.</summary>
    public required List<KeyValuePair<string, PersonId>> Accounts { get; init; }

    /// <summary>Who may apply already.</summary>
    public required IReadOnlySet<PersonId> Applicants { get; init; }

    /// <summary>Who has a live declaration of the plan's year and level.</summary>
    public required IReadOnlySet<PersonId> Declaring { get; init; }

    /// <summary>Where a listed person works; null if no such employer may be named.</summary>
    public Organisation? EmployerOf(ListedApplicant listed) =>
        listed.Employer is { } name ? Employers.GetValueOrDefault(name) : OwnEmployer;

    /// <summary>What is wrong in a row in view of what is stored.</summary>
    public IReadOnlyList<RowFault> FaultsOf(ListedApplicant listed) => [.. Faults(listed)];

    private IEnumerable<RowFault> Faults(ListedApplicant listed)
    {
        var person = People.GetValueOrDefault(listed.IdentityNumber);
        var employer = EmployerOf(listed);
        if (!IsOpen)
        {
            yield return new RowFault(ApplicantSheet.Name, CellFault.WindowClosed);
        }

        if (person is not null && person.Name != listed.Name)
        {
            yield return new RowFault(ApplicantSheet.Name, CellFault.OtherName);
        }

        if (employer is null)
        {
            yield return new RowFault(ApplicantSheet.Employer, listed.Employer is null ? CellFault.Missing : CellFault.UnknownEmployer);
        }
        else if (person is not null && person.Employer != employer.Id)
        {
            yield return new RowFault(ApplicantSheet.Employer, CellFault.OtherEmployer);
        }

        if (Accounts.Any(a => a.Key == listed.Phone && a.Value != person?.Id))
        {
            yield return new RowFault(ApplicantSheet.Phone, CellFault.PhoneTaken);
        }

        if (person is not null && Declaring.Contains(person.Id))
        {
            yield return new RowFault(ApplicantSheet.Identity, CellFault.HasDeclaration);
        }
    }
}
