using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Questionnaires;

/// <summary>
/// Shows a questionnaire to whoever asks it or is asked: to the latter with their answer, and with what the product knows of their
/// declarations, so that it need not be asked.
/// </summary>
public static class GetQuestionnaire
{
    /// <param name="Number">The questionnaire's number.</param>
    /// <param name="Enterprise">For which enterprise; null for the first the reader answers for.</param>
    public sealed record Query(string Number, OrganisationId? Enterprise = null) : IRequest<Result>;

    /// <param name="Number">Its number.</param>
    /// <param name="OfficeName">Chinese name of the office that asks.</param>
    /// <param name="EnglishOffice">Its English name; null if it has none.</param>
    /// <param name="Audience">Who is asked.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Title">Chinese title.</param>
    /// <param name="EnglishTitle">English title; null if there is none.</param>
    /// <param name="Introduction">What it is for; may be empty.</param>
    /// <param name="Fields">What is asked.</param>
    /// <param name="LastDay">Last day, till 24:00.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="RemindedOn">Day of the latest reminder; null before the first and to whoever is asked.</param>
    /// <param name="MayRemind">Whether the reader may remind today.</param>
    /// <param name="IsOwn">Whether the reader asks it.</param>
    /// <param name="Answering">The reader's answer; null if the reader is not asked.</param>
    /// <param name="Enterprises">All enterprises the reader answers for; empty for an applicant.</param>
    public sealed record Result(
        string Number,
        string OfficeName,
        string? EnglishOffice,
        QuestionnaireAudience Audience,
        int Year,
        string Title,
        string? EnglishTitle,
        string Introduction,
        IReadOnlyList<TaskField> Fields,
        DateOnly LastDay,
        QuestionnaireState State,
        DateOnly? RemindedOn,
        bool MayRemind,
        bool IsOwn,
        Answer? Answering,
        IReadOnlyList<Employer> Enterprises);

    /// <param name="Enterprise">The enterprise answered for; null for an applicant.</param>
    /// <param name="Name">Chinese name of the enterprise, or the applicant's name.</param>
    /// <param name="EnglishName">English name; null if there is none.</param>
    /// <param name="AnsweredAt">When it was answered last; null before.</param>
    /// <param name="Values">Values by label; empty before.</param>
    /// <param name="Phases">The enterprise's declarations of the year by where they stand; empty for an applicant.</param>
    /// <param name="Cases">The applicant's own declarations of the year; empty for an enterprise.</param>
    public sealed record Answer(
        OrganisationId? Enterprise,
        string Name,
        string? EnglishName,
        DateTimeOffset? AnsweredAt,
        IReadOnlyDictionary<string, string> Values,
        IReadOnlyDictionary<ListDeclarations.Phase, int> Phases,
        IReadOnlyList<Case> Cases);

    /// <param name="Enterprise">The enterprise.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">English name; null if it has none.</param>
    public sealed record Employer(OrganisationId Enterprise, string Name, string? EnglishName);

    /// <param name="Declaration">The declaration.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Status">Name of the status, as its applicant may know it.</param>
    public sealed record Case(DeclarationId Declaration, string Number, string Status);

    internal sealed class Handler(TitleDb db, ICurrentUser user, QuestionnaireReach reach, DeclarationAccess access, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var q = await db.Questionnaires.AsNoTracking().SingleOrDefaultAsync(one => one.Number == query.Number, ct)
                ?? throw new NotFoundException();
            var isOwn = await db.QuestionnairesOf(user).AnyAsync(one => one.Id == q.Id, ct);
            var asked = await reach.AnsweredByAsync(user, q, ct);
            var who = asked.FirstOrDefault(n => query.Enterprise is null || n.Who.Enterprise == query.Enterprise);
            if (!isOwn && who is null)
            {
                throw new NotFoundException();
            }

            var office = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == q.Office, ct);
            var (today, state) = (clock.Today(), q.StateOn(clock.Today()));
            return new Result(
                q.Number, office.Name, office.EnglishName, q.Audience, q.Year, q.Title, q.EnglishTitle, q.Introduction, q.Fields, q.LastDay,
                state, isOwn ? q.RemindedOn : null, isOwn && state == QuestionnaireState.Open && q.RemindedOn != today, isOwn,
                who is null ? null : await AnswerAsync(q, who, ct),
                [.. asked.Where(n => n.Who.Enterprise is not null).Select(n => new Employer(n.Who.Enterprise!.Value, n.Name, n.EnglishName))]);
        }

        private async Task<Answer> AnswerAsync(Questionnaire q, QuestionnaireReach.Named named, CancellationToken ct)
        {
            var who = named.Who;
            var given = await reach.Answers(q).AsNoTracking().SingleOrDefaultAsync(
                a => a.Enterprise == who.Enterprise && a.Person == who.Person, ct);
            return new Answer(
                who.Enterprise, named.Name, named.EnglishName, given?.AnsweredAt, given?.Values ?? [],
                who.Enterprise is { } enterprise ? await PhasesAsync(q.Year, enterprise, ct) : new Dictionary<ListDeclarations.Phase, int>(),
                who.Enterprise is null ? await CasesAsync(q.Year, ct) : []);
        }

        // A draft is its applicant's alone, so it is not counted either.
        private async Task<IReadOnlyDictionary<ListDeclarations.Phase, int>> PhasesAsync(int year, OrganisationId enterprise, CancellationToken ct) =>
            Phases.Count(await db.Declarations.Where(d => d.Employer == enterprise && d.Year == year && d.SubmittedAt != null)
                .GroupBy(d => d.Status).Select(g => new StatusCount(g.Key, g.Count())).ToListAsync(ct));

        private async Task<IReadOnlyList<Case>> CasesAsync(int year, CancellationToken ct) =>
        [
            .. (await access.Own.Where(d => d.Year == year).OrderBy(d => d.Number)
                .Select(d => new { d.Id, d.Number, d.Status }).ToListAsync(ct))
                .Select(d => new Case(d.Id, d.Number, Discretion.StatusFor(Sight.Own, d.Status))),
        ];
    }
}
