using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Reviews;

namespace TitleWorkflow.Application.Declarations;

/// <summary>
/// An applicant sends a file: the vault takes it in, then it is attached to a fact or to an item of the supplement notice.
/// Two steps, because a command that lost a race starts again, and a stream can be read only once.
/// </summary>
public static class UploadEvidence
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Fact">What it proves: <c>section/field</c>, or <c>supplement/number</c>.</param>
    /// <param name="FileName">Name as uploaded.</param>
    /// <param name="Content">Its bytes, read once.</param>
    /// <param name="IsMasked">Whether it names neither person nor employer, for experts who read blind.</param>
    public sealed record Command(DeclarationId Declaration, string Fact, string FileName, Stream Content, bool IsMasked = false)
        : IRequest<AttachEvidence.Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(r => r.Fact).NotEmpty().MaximumLength(100).Matches("^[^/]+/[^/]+$");
            RuleFor(r => r.FileName).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(DeclarationAccess access, IFileVault vault, ISender sender)
        : IRequestHandler<Command, AttachEvidence.Result>
    {
        public async Task<AttachEvidence.Result> Handle(Command command, CancellationToken ct)
        {
            // Nobody fills the vault for somebody else's case.
            await access.FindOwnAsync(command.Declaration, ct);
            var file = await vault.PutAsync(command.Content, Evidence.MaximumSize, ct);
            var name = Path.GetFileName(command.FileName.Replace('\\', '/'));
            return SupplementNotice.ItemOf(command.Fact) is { } number
                ? await sender.Send(new AttachSupplementEvidence.Command(command.Declaration, number, name, file), ct)
                : await sender.Send(new AttachEvidence.Command(command.Declaration, command.Fact, name, file, command.IsMasked), ct);
        }
    }
}
