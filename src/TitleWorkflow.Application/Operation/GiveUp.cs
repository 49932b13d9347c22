using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>Work that failed too often is put aside as a dead letter, for somebody to look at.</summary>
public static class GiveUp
{
    /// <param name="Kind">What it was to do.</param>
    /// <param name="Key">Key of its row.</param>
    /// <param name="About">What it is about, for people.</param>
    /// <param name="Attempts">Attempts made.</param>
    /// <param name="Error">Why the last one failed.</param>
    public sealed record Command(DeadLetterKind Kind, string Key, string About, int Attempts, string Error) : IRequest, ICommand
    {
        string ICommand.Subject => Key;
    }

    internal sealed class Handler(DeadLetterDesk letters) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            if (await letters.ScheduleAsync(command.Kind, command.Key, dueAt: null, ct))
            {
                letters.Write(command.Kind, command.Key, command.About, command.Attempts, command.Error);
            }
        }
    }
}
