using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>An applicant attaches a file of the vault to a fact (证明材料).</summary>
public static class AttachEvidence
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Fact">The fact, <c>section/field</c>.</param>
    /// <param name="FileName">Name as uploaded, without a folder.</param>
    /// <param name="File">The file, as the vault took it in.</param>
    /// <param name="IsMasked">Whether it names neither person nor employer, for experts who read blind.</param>
    public sealed record Command(DeclarationId Declaration, string Fact, string FileName, StoredFile File, bool IsMasked = false)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    /// <param name="Evidence">The piece of evidence.</param>
    /// <param name="Sha256">Hash of its bytes, lower-case hex.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Type">What its bytes say it is.</param>
    public sealed record Result(EvidenceId Evidence, string Sha256, long Size, EvidenceType Type);

    internal sealed class Handler(TitleDb db, DeclarationAccess access, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
            if (command.Fact.Split('/') is not [var section, var field]
                || (section == Declaration.SelfScore
                    ? (await db.ScoreFileAsync(declaration, ct)).Standard.Find(field)?.Rule is null
                    : plan.Form.Find(section)?.Fields.Any(f => f.Key == field) != true))
            {
                throw new NotFoundException();
            }

            var (sha256, size, type) = command.File;
            var evidence = declaration.Attach(command.Fact, command.FileName, type, size, sha256, clock.GetUtcNow(), command.IsMasked);
            db.HoldUnchanged(declaration);
            return new Result(evidence.Id, sha256, size, evidence.Type);
        }
    }
}
