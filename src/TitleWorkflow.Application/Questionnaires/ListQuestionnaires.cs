using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>Shows an office the questionnaires it asks, and a personnel office or an applicant the open ones that ask them.</summary>
public static class ListQuestionnaires
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Asked">What the reader asks, the newest first; at most <see cref="Most"/>.</param>
    /// <param name="ToAnswer">Open ones the reader is asked, the one that ends first on top.</param>
    /// <param name="MayAsk">Whether the reader may begin one.</param>
    public sealed record Result(IReadOnlyList<Row> Asked, IReadOnlyList<Row> ToAnswer, bool MayAsk);

    /// <param name="Number">Its number.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title; null if there is none.</param>
    /// <param name="Audience">Who is asked.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="LastDay">Last day, till 24:00.</param>
    /// <param name="Answers">How many have answered; of what the reader is asked, how many of the reader's own answers there are.</param>
    /// <param name="Own">How many answers the reader owes or has given; 0 for what the reader asks.</param>
    public sealed record Row(
        string Number,
        string Title,
        string? EnglishTitle,
        QuestionnaireAudience Audience,
        int Year,
        QuestionnaireState State,
        DateOnly LastDay,
        int Answers,
        int Own);

    /// <summary>Rows shown of what an office asks.</summary>
    public const int Most = 200;

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, QuestionnaireReach reach, Jurisdiction jurisdiction, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var asked = await db.QuestionnairesOf(user).AsNoTracking().OrderByDescending(q => q.DraftedAt).Take(Most)
                .Select(q => new { Questionnaire = q, Answers = db.QuestionnaireAnswers.Count(a => a.Questionnaire == q.Id) })
                .ToListAsync(ct);
            return new Result(
                [.. asked.Select(a => RowOf(a.Questionnaire, today, a.Answers, own: 0))],
                await ToAnswerAsync(today, ct),
                user.AsksFor().Count > 0);
        }

        private async Task<IReadOnlyList<Row>> ToAnswerAsync(DateOnly today, CancellationToken ct)
        {
            var territories = await TerritoriesAsync(ct);
            var open = await db.Questionnaires.AsNoTracking()
                .Where(q => q.OpenedAt != null && q.ClosedAt == null && q.LastDay >= today && territories.Contains(q.Territory))
                .OrderBy(q => q.LastDay).ThenBy(q => q.Number).ToListAsync(ct);
            var rows = new List<Row>();
            foreach (var questionnaire in open)
            {
                var own = (await reach.AnsweredByAsync(user, questionnaire, ct)).Select(n => n.Who).ToList();
                if (own.Count > 0)
                {
                    var (enterprises, people) = (own.ConvertAll(o => o.Enterprise), own.ConvertAll(o => o.Person));
                    var given = await reach.Answers(questionnaire).CountAsync(
                        a => (a.Enterprise != null && enterprises.Contains(a.Enterprise))
                            || (a.Person != null && people.Contains(a.Person)),
                        ct);
                    rows.Add(RowOf(questionnaire, today, given, own.Count));
                }
            }

            return rows;
        }

        // Everything above where the reader works for personnel, or applied from: no questionnaire from elsewhere asks them.
        private async Task<List<OrganisationId>> TerritoriesAsync(CancellationToken ct)
        {
            var employers = await db.Declarations.Where(d => d.Applicant == user.Person).Select(d => d.Employer).Distinct().ToListAsync(ct);
            var above = new HashSet<OrganisationId>();
            foreach (var start in employers.Union(user.OfficesOf(Role.EmployerHr)))
            {
                above.UnionWith((await jurisdiction.PathAsync(start, ct)).Select(o => o.Id));
            }

            return [.. above];
        }

        private static Row RowOf(Questionnaire q, DateOnly today, int answers, int own) => new(
            q.Number, q.Title, q.EnglishTitle, q.Audience, q.Year, q.StateOn(today), q.LastDay, answers, own);
    }
}
