using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Lists the receipt codes of a closed voting, so that each voter finds the own ballot counted (回执核对).</summary>
public static class ListReceipts
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    public sealed record Query(MeetingId Meeting, MeetingCaseId Case) : IRequest<Result>;

    /// <param name="Facts">The declaration, without its number.</param>
    /// <param name="Codes">Every receipt, sorted; neither voter nor choice.</param>
    public sealed record Result(CaseFacts Facts, IReadOnlyList<string> Codes);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (meeting, _) = await db.FindMeetingAsync(user, query.Meeting, ct);
            var @case = await db.FindCaseAsync(meeting, query.Case, ct);
            if (@case.IsRecused(user.Person))
            {
                throw new NotFoundException();
            }

            AssessmentSliceRules.VotingClosed.Require(@case.Status == MeetingCaseStatus.Decided);
            var facts = (await CaseFacts.ReadAsync(db, [@case.Declaration], ct))[@case.Declaration];
            var codes = await db.BallotReceipts.Where(r => r.Case == @case.Id).Select(r => r.Code).ToListAsync(ct);
            return new Result(facts with { Number = "" }, [.. codes.Order(StringComparer.Ordinal)]);
        }
    }
}
