using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>Whom a questionnaire asks: the enterprises below its territory, or the applicants whose declarations its office sees.</summary>
internal sealed class QuestionnaireReach(TitleDb db, NoticeDesk notices, TimeProvider clock)
{
    /// <summary>Somebody the user answers for, as pages name them.</summary>
    /// <param name="Who">The enterprise or applicant.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">English name; null if there is none.</param>
    public sealed record Named(Respondent Who, string Name, string? EnglishName);

    /// <summary>The enterprises asked.</summary>
    public IQueryable<Organisation> Enterprises(Questionnaire questionnaire)
    {
        var area = db.AreaOf([questionnaire.Territory]);
        return db.Organisations.Where(o => o.Kind == OrganisationKind.Enterprise && area.Contains(o.Id));
    }

    /// <summary>
    /// The declarations of the plan year that make their applicants asked. A draft is its applicant's alone, and an organising
    /// unit sees what was sent up to its committees: nobody is asked, and so named, whose declaration the office may not know of.
    /// </summary>
    public IQueryable<Declaration> Declarations(Questionnaire questionnaire)
    {
        var (year, office, area) = (questionnaire.Year, questionnaire.Office, db.AreaOf([questionnaire.Territory]));
        var submitted = db.Declarations.Where(d => d.Year == year && d.SubmittedAt != null && area.Contains(d.Employer));
        return questionnaire.Role != Role.OrganisingOfficer
            ? submitted
            : submitted.Where(d => d.EmployerPublicityEndedOn != null
                && db.Committees.Any(c => c.Id == d.Committee && c.OrganisingUnit == office));
    }

    /// <summary>For whom the user answers a questionnaire that was opened; nobody if it does not ask them.</summary>
    public async Task<IReadOnlyList<Named>> AnsweredByAsync(ICurrentUser user, Questionnaire questionnaire, CancellationToken ct)
    {
        if (questionnaire.OpenedAt is null)
        {
            return [];
        }

        if (questionnaire.Audience == QuestionnaireAudience.Applicants)
        {
            return user.Person is { } person && await Declarations(questionnaire).AnyAsync(d => d.Applicant == person, ct)
                ? [new Named(Respondent.Of(person), user.Name, null)]
                : [];
        }

        var offices = user.OfficesOf(Role.EmployerHr);
        return offices.Count == 0
            ? []
            : [
                .. (await Enterprises(questionnaire).AsNoTracking().Where(o => offices.Contains(o.Id)).OrderBy(o => o.Name).ToListAsync(ct))
                    .Select(o => new Named(Respondent.Of(o.Id), o.Name, o.EnglishName)),
            ];
    }

    /// <summary>The answers to a questionnaire.</summary>
    public IQueryable<QuestionnaireAnswer> Answers(Questionnaire questionnaire)
    {
        var id = questionnaire.Id;
        return db.QuestionnaireAnswers.Where(a => a.Questionnaire == id);
    }

    /// <summary>Tells everybody who is asked and has not answered; once, for however many enterprises they answer.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellAsync(Questionnaire questionnaire, string text, CancellationToken ct)
    {
        var people = await Waiting(questionnaire).Distinct().ToListAsync(ct);
        foreach (var person in people)
        {
            await notices.TellAsync(
                person, text, $"/questionnaires/{questionnaire.Number}", ct, questionnaire.Title, questionnaire.Number,
                $"{questionnaire.LastDay:yyyy-MM-dd}", questionnaire.EnglishTitle ?? questionnaire.Title);
        }

        return people.Count;
    }

    private IQueryable<PersonId> Waiting(Questionnaire questionnaire)
    {
        var (answers, today) = (Answers(questionnaire), clock.Today());
        if (questionnaire.Audience == QuestionnaireAudience.Applicants)
        {
            return Declarations(questionnaire).Select(d => d.Applicant).Where(p => !answers.Any(a => a.Person == p));
        }

        var silent = Enterprises(questionnaire).Select(o => o.Id).Where(e => !answers.Any(a => a.Enterprise == e));
        return db.Grants.Where(g => g.Role == Role.EmployerHr && g.From <= today && (g.To == null || g.To >= today))
            .Where(g => silent.Contains(g.Organisation)).Select(g => g.Person);
    }
}
