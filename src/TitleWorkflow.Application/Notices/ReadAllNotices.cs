using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Notices;

/// <summary>A person marks what has gathered as read, the newest first, at most <see cref="Most"/> at once.</summary>
public static class ReadAllNotices
{
    /// <summary>Notices marked by one command.</summary>
    public const int Most = 500;

    public sealed record Command : IRequest, ICommand;

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var unread = await db.Notices.Where(n => n.Person == user.Person && n.ReadAt == null)
                .OrderByDescending(n => n.Id).Take(Most).ToListAsync(ct);
            unread.ForEach(n => n.Read(now));
        }
    }
}
