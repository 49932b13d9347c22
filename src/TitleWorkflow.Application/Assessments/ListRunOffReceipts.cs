using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Lists the receipt codes of a closed run-off, so that each voter finds the own ballot counted (加投回执核对).</summary>
public static class ListRunOffReceipts
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="RunOff">The run-off.</param>
    public sealed record Query(MeetingId Meeting, RunOffId RunOff) : IRequest<Result>;

    /// <param name="Applicants">Those it was between.</param>
    /// <param name="Codes">Every receipt, sorted; neither voter nor choice.</param>
    public sealed record Result(IReadOnlyList<string> Applicants, IReadOnlyList<string> Codes);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (meeting, _) = await db.FindMeetingAsync(user, query.Meeting, ct);
            var runOff = await db.FindRunOffAsync(meeting, query.RunOff, ct);
            var cases = await db.CasesOfAsync(runOff, ct);
            if (cases.Exists(c => c.IsRecused(user.Person)))
            {
                throw new NotFoundException();
            }

            AssessmentSliceRules.VotingClosed.Require(runOff.Status == RunOffStatus.Decided);
            var facts = await CaseFacts.ReadAsync(db, [.. cases.Select(c => c.Declaration)], ct);
            var codes = await db.RunOffReceipts.Where(r => r.RunOff == runOff.Id).Select(r => r.Code).ToListAsync(ct);
            return new Result(
                [.. facts.Values.Select(f => f.Applicant).Order(StringComparer.Ordinal)],
                [.. codes.Order(StringComparer.Ordinal)]);
        }
    }
}
