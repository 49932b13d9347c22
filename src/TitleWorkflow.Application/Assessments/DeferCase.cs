using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office puts a case off to another meeting (缓议), because recusals leave it without quorum or for want of time.</summary>
public static class DeferCase
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    public sealed record Command(MeetingId Meeting, MeetingCaseId Case) : IRequest, ICommand
    {
        string ICommand.Subject => Case.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var @case = await db.FindCaseAsync(meeting, command.Case, ct);
            @case.Defer();
        }
    }
}
