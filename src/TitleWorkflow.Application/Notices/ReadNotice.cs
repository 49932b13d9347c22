using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Notices;

/// <summary>A person has read a notice; the first reading counts.</summary>
public static class ReadNotice
{
    /// <param name="Notice">The notice.</param>
    public sealed record Command(Guid Notice) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Notice.ToString();
    }

    /// <param name="Link">Page the notice leads to; null if none.</param>
    public sealed record Result(string? Link);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == command.Notice && n.Person == user.Person, ct)
                ?? throw new NotFoundException();
            notice.Read(clock.GetUtcNow());
            return new Result(notice.Link);
        }
    }
}
