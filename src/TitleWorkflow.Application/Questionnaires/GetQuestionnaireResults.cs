using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>
/// Shows the office what was answered: each who is asked, with their answer and where their declarations stand now, and every field
/// summed up.
/// </summary>
public static class GetQuestionnaireResults
{
    /// <param name="Number">The questionnaire's number.</param>
    public sealed record Query(string Number) : IRequest<Result>;

    /// <param name="Number">Its number.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title; null if there is none.</param>
    /// <param name="Audience">Who is asked.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="LastDay">Last day, till 24:00.</param>
    /// <param name="Asked">How many are asked.</param>
    /// <param name="Answered">How many of them have answered.</param>
    /// <param name="Fields">What the answers say, field by field.</param>
    /// <param name="Rows">Each who is asked, by name.</param>
    public sealed record Result(
        string Number,
        string Title,
        string? EnglishTitle,
        QuestionnaireAudience Audience,
        int Year,
        QuestionnaireState State,
        DateOnly LastDay,
        int Asked,
        int Answered,
        IReadOnlyList<FieldSummary> Fields,
        IReadOnlyList<Row> Rows);

    /// <param name="Name">Chinese name of the enterprise, or the applicant's name.</param>
    /// <param name="EnglishName">English name; null if there is none.</param>
    /// <param name="AnsweredAt">When it was answered last; null if it was not.</param>
    /// <param name="Values">Values by label; empty if it was not answered.</param>
    /// <param name="Phases">Where the declarations of the year stand now, of those the reader may see.</param>
    public sealed record Row(
        string Name,
        string? EnglishName,
        DateTimeOffset? AnsweredAt,
        IReadOnlyDictionary<string, string> Values,
        IReadOnlyDictionary<ListDeclarations.Phase, int> Phases);

    internal sealed class Handler(TitleDb db, ICurrentUser user, QuestionnaireReach reach, DeclarationAccess access, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var q = await db.QuestionnairesOf(user).AsNoTracking().SingleOrDefaultAsync(one => one.Number == query.Number, ct)
                ?? throw new NotFoundException();
            var asked = await AskedAsync(q, ct);
            var answers = (await reach.Answers(q).AsNoTracking().ToListAsync(ct)).ToDictionary(a => new Respondent(a.Enterprise, a.Person));
            var standing = await StandingAsync(q, ct);
            var rows = asked.Select(a =>
            {
                var given = answers.GetValueOrDefault(a.Who);
                return new Row(a.Name, a.EnglishName, given?.AnsweredAt, given?.Values ?? [], Phases.Count(standing[a.Who]));
            }).ToList();
            List<Row> answered = [.. rows.Where(r => r.AnsweredAt is not null).OrderBy(r => r.AnsweredAt)];
            return new Result(
                q.Number, q.Title, q.EnglishTitle, q.Audience, q.Year, q.StateOn(clock.Today()), q.LastDay, rows.Count, answered.Count,
                [.. q.Fields.Select(f => FieldSummary.Of(f, answered.Select(r => r.Values)))],
                rows);
        }

        private async Task<IReadOnlyList<QuestionnaireReach.Named>> AskedAsync(Questionnaire q, CancellationToken ct)
        {
            if (q.Audience == QuestionnaireAudience.Enterprises)
            {
                return [.. (await reach.Enterprises(q).AsNoTracking().OrderBy(o => o.Name).ToListAsync(ct))
                    .Select(o => new QuestionnaireReach.Named(Respondent.Of(o.Id), o.Name, o.EnglishName))];
            }

            var applicants = reach.Declarations(q).Select(d => d.Applicant);
            return [.. (await db.People.AsNoTracking().Where(p => applicants.Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id)
                    .Select(p => new { p.Id, p.Name }).ToListAsync(ct))
                .Select(p => new QuestionnaireReach.Named(Respondent.Of(p.Id), p.Name, null))];
        }

        private async Task<ILookup<Respondent, StatusCount>> StandingAsync(Questionnaire q, CancellationToken ct)
        {
            var visible = (await access.VisibleAsync(ct)).Where(d => d.Year == q.Year && d.SubmittedAt != null);
            return q.Audience == QuestionnaireAudience.Enterprises
                ? (await visible.GroupBy(d => new { d.Employer, d.Status })
                    .Select(g => new { g.Key.Employer, g.Key.Status, Count = g.Count() }).ToListAsync(ct))
                    .ToLookup(c => Respondent.Of(c.Employer), c => new StatusCount(c.Status, c.Count))
                : (await visible.GroupBy(d => new { d.Applicant, d.Status })
                    .Select(g => new { g.Key.Applicant, g.Key.Status, Count = g.Count() }).ToListAsync(ct))
                    .ToLookup(c => Respondent.Of(c.Applicant), c => new StatusCount(c.Status, c.Count));
        }
    }
}
