using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Applicants;

namespace TitleWorkflow.Application.Applicants;

/// <summary>The office stops a list that is being worked off; drafts opened by then stay.</summary>
public static class StopImport
{
    /// <param name="Import">The list.</param>
    public sealed record Command(ApplicantImportId Import) : IRequest, ICommand
    {
        string ICommand.Subject => Import.ToString();
    }

    internal sealed class Handler(ImportAccess access, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct) =>
            (await access.FindAsync(command.Import, ct)).Stop(clock.GetUtcNow());
    }
}
