using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows a case's requests for re-examination with their findings, and whether its applicant may make another.</summary>
public static class GetReexaminations
{
    /// <param name="Declaration">The case.</param>
    public sealed record Query(DeclarationId Declaration) : IRequest<Result>;

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Until">Last day to ask, till 24:00; null where nothing can be asked.</param>
    /// <param name="OpenGrounds">Grounds the person asking may still give now; empty where none.</param>
    /// <param name="Requests">What was asked, newest first.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        DateOnly? Until,
        IReadOnlyList<ReexaminationGround> OpenGrounds,
        IReadOnlyList<Request> Requests);

    /// <param name="Ground">What is held against the result.</param>
    /// <param name="Statement">What the applicant says.</param>
    /// <param name="RequestedAt">When it was asked for.</param>
    /// <param name="DueOn">Last day for the finding.</param>
    /// <param name="Status">What became of it.</param>
    /// <param name="Finding">The finding with its reasons; null while open.</param>
    /// <param name="DecidedAt">When it was decided; null while open.</param>
    public sealed record Request(
        ReexaminationGround Ground,
        string Statement,
        DateTimeOffset RequestedAt,
        DateOnly DueOn,
        ReexaminationStatus Status,
        string? Finding,
        DateTimeOffset? DecidedAt);

    internal sealed class Handler(TitleDb db, DeclarationAccess access, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var sight = await access.SightOfAsync(query.Declaration, ct);
            var requests = await db.Reexaminations.AsNoTracking().Where(r => r.Declaration == query.Declaration)
                .OrderByDescending(r => r.RequestedAt).ToListAsync(ct);
            var about = await db.Declarations.Where(d => d.Id == query.Declaration)
                .Select(d => new
                {
                    d.Number,
                    d.IsLive,
                    d.ReexaminableUntil,
                    Applicant = db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First(),
                })
                .SingleAsync(ct);

            // Between the applicant and the offices alone; and there is nothing to see before anything can be asked.
            if (sight is not (Sight.Own or Sight.Office) || (about.ReexaminableUntil is null && requests.Count == 0))
            {
                throw new NotFoundException();
            }

            var open = sight == Sight.Own && !about.IsLive && about.ReexaminableUntil is { } until
                && clock.GetUtcNow() < until.EndsAt() && requests.TrueForAll(r => r.Status != ReexaminationStatus.Open);
            return new Result(
                query.Declaration, about.Number, about.Applicant, about.ReexaminableUntil,
                open ? [.. Enum.GetValues<ReexaminationGround>().Where(g => requests.TrueForAll(r => r.Ground != g))] : [],
                [.. requests.Select(r => new Request(r.Ground, r.Statement, r.RequestedAt, r.DueOn, r.Status, r.Finding, r.DecidedAt))]);
        }
    }
}
