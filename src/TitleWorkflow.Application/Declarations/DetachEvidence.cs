using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>An applicant takes a piece of evidence off; the file itself is kept.</summary>
public static class DetachEvidence
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Evidence">The piece of evidence.</param>
    public sealed record Command(DeclarationId Declaration, EvidenceId Evidence) : IRequest, ICommand
    {
        string ICommand.Subject => Evidence.ToString();
    }

    internal sealed class Handler(TitleDb db, DeclarationAccess access, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct);
            var evidence = await db.Evidence.SingleOrDefaultAsync(
                    e => e.Id == command.Evidence && e.Declaration == declaration.Id, ct)
                ?? throw new NotFoundException();
            if (SupplementNotice.ItemOf(evidence.Fact) is null)
            {
                declaration.Detach(evidence, clock.GetUtcNow());
                db.HoldUnchanged(declaration);
                return;
            }

            var notice = await db.SupplementNotices.SingleAsync(n => n.Declaration == declaration.Id, ct);
            notice.Detach(evidence, clock.GetUtcNow());
            db.HoldUnchanged(notice);
        }
    }
}
