using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows the office its schedules of oral defences, who can be heard and, for a day, rooms and times or why there are none (答辩安排).</summary>
public static class ProposeDefences
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Day">Hours and rooms; null for a look at what there is.</param>
    /// <param name="Declarations">Whom to hear; null or empty for all that can be.</param>
    public sealed record Query(OrganisationId Committee, DefenceDay? Day, IReadOnlyList<DeclarationId>? Declarations) : IRequest<Result>;

    /// <param name="Name">Chinese name of the committee.</param>
    /// <param name="EnglishName">Its name on English pages; null where there is none.</param>
    /// <param name="UsualMinutes">Minutes for each candidate as the rule set has it.</param>
    /// <param name="Schedules">The committee's schedules, the latest first.</param>
    /// <param name="Waiting">Who can be heard, by number.</param>
    /// <param name="Places">Rooms and times; null without a day or where there is an obstacle.</param>
    /// <param name="Obstacle">Why there are none; null otherwise.</param>
    public sealed record Result(
        string Name,
        string? EnglishName,
        int UsualMinutes,
        IReadOnlyList<Schedule> Schedules,
        IReadOnlyList<Candidate> Waiting,
        IReadOnlyList<DefencePlace>? Places,
        Hindrance? Obstacle);

    /// <param name="Id">The schedule.</param>
    /// <param name="HeldOn">The day.</param>
    /// <param name="Candidates">How many are heard.</param>
    /// <param name="PublishedAt">When applicants were told; null before.</param>
    public sealed record Schedule(DefenceScheduleId Id, DateOnly HeldOn, int Candidates, DateTimeOffset? PublishedAt);

    /// <param name="Declaration">The dossier.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    public sealed record Candidate(DeclarationId Declaration, string Number, string Applicant, string Employer);

    /// <param name="Kind">What stands in the way.</param>
    /// <param name="Reader">Whose candidates are too many; null unless that is it.</param>
    /// <param name="Needed">Candidates in all, or of that reader.</param>
    /// <param name="Available">Places in all, or times of that reader.</param>
    public sealed record Hindrance(DefenceObstacle Kind, string? Reader, int Needed, int Available);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Day!).ChildRules(LayDefences.Shape).When(q => q.Day is not null);
            RuleFor(q => q.Declarations).Must(d => d is null || d.Count <= 500);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var facts = new DefenceFacts(db, user);
            var committee = await facts.CommitteeAsync(query.Committee, ct);
            var office = await db.Organisations.Where(o => o.Id == committee.Id).Select(o => new { o.Name, o.EnglishName }).SingleAsync(ct);
            var waiting = await facts.Waiting(committee.Id)
                .Select(d => new { d.RuleSet, Shown = new Candidate(d.Id, d.Number, d.ApplicantName, d.EmployerName) }).ToListAsync(ct);
            var first = waiting.FirstOrDefault()?.RuleSet;
            var rules = await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == first, ct);
            var schedules = await db.DefenceSchedules.Where(s => s.Committee == committee.Id).OrderByDescending(s => s.HeldOn)
                .Select(s => new Schedule(s.Id, s.HeldOn, db.OralDefences.Count(d => d.Schedule == s.Id), s.PublishedAt)).ToListAsync(ct);
            var layout = query.Day is { } day
                ? await facts.LayOutAsync(
                    committee.Id, day,
                    query.Declarations is { Count: > 0 } chosen ? [.. chosen.Distinct()] : [.. waiting.Select(w => w.Shown.Declaration)], ct)
                : null;
            return new Result(
                office.Name, office.EnglishName, rules?[Parameter.DefenceMinutes] ?? Parameter.DefenceMinutes.Default,
                schedules, [.. waiting.Select(w => w.Shown)],
                layout is { Obstacle: null } ? layout.Places : null,
                layout?.Obstacle is { } kind
                    ? new Hindrance(
                        kind, await db.People.Where(p => p.Id == layout.Reader).Select(p => p.Name).SingleOrDefaultAsync(ct),
                        layout.Needed, layout.Available)
                    : null);
        }
    }
}
