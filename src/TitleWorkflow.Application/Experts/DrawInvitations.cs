using TitleWorkflow.Application.Notices;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Experts;

/// <summary>How drawn experts are told; what they are told names neither committee nor colleagues.</summary>
internal static class DrawInvitations
{
    /// <summary>Asks a drawn expert to confirm or decline.</summary>
    public static Task InviteAsync(this NoticeDesk notices, PersonId expert, ExpertDraw draw, CancellationToken ct) =>
        notices.TellAsync(
            expert, "notice.draw-invitation", $"/draws/{draw.Id}/answer", ct, $"{draw.MeetingOn:yyyy-MM-dd}", $"{draw.AnswerBy:yyyy-MM-dd}");
}
