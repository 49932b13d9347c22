using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows the office which declarations wait for the committee's meeting and are on no agenda (待上会).</summary>
public static class ListAwaitingCases
{
    /// <param name="Meeting">The meeting they might be put on.</param>
    public sealed record Query(MeetingId Meeting) : IRequest<Result>;

    /// <param name="Items">By number.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Declaration">The declaration.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Target level.</param>
    public sealed record Row(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        string Employer,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, query.Meeting, MeetingViewer.Office, ct);
            return new Result(await db.Declarations.AsNoTracking()
                .Where(d => d.Committee == meeting.Committee && d.Status == DeclarationStatus.AwaitingMeeting)
                .Where(d => !db.MeetingCases.Any(c => c.Declaration == d.Id && c.IsLive))
                .OrderBy(d => d.Number)
                .Select(d => new Row(
                    d.Id,
                    d.Number,
                    db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First(),
                    db.Organisations.Where(o => o.Id == d.Employer).Select(o => o.Name).First(),
                    d.Series,
                    d.Specialty,
                    d.Level))
                .ToListAsync(ct));
        }
    }
}
