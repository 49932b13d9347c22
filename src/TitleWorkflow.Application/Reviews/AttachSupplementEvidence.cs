using MediatR;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>An applicant attaches a file of the vault to an item of the supplement notice.</summary>
public static class AttachSupplementEvidence
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Number">The item, from 1.</param>
    /// <param name="FileName">Name as uploaded, without a folder.</param>
    /// <param name="File">The file, as the vault took it in.</param>
    public sealed record Command(DeclarationId Declaration, int Number, string FileName, StoredFile File)
        : IRequest<AttachEvidence.Result>, ICommand
    {
        string ICommand.Subject => $"{Declaration}/supplement/{Number}";
    }

    internal sealed class Handler(TitleDb db, DeclarationAccess access, TimeProvider clock)
        : IRequestHandler<Command, AttachEvidence.Result>
    {
        public async Task<AttachEvidence.Result> Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct);
            var notice = await db.FindSupplementAsync(declaration.Id, ct);
            if (notice.Items.All(i => i.Number != command.Number))
            {
                throw new NotFoundException();
            }

            var (sha256, size, type) = command.File;
            var evidence = notice.Attach(
                declaration, command.Number, command.FileName, type, size, sha256, clock.GetUtcNow());
            db.HoldUnchanged(notice);
            return new AttachEvidence.Result(evidence.Id, sha256, size, evidence.Type);
        }
    }
}
