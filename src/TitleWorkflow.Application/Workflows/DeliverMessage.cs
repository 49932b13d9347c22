using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// A kept message is told to the flows. While none waits for it, it is told again, later and later for a quarter of an hour; then it
/// is a dead letter.
/// </summary>
public static class DeliverMessage
{
    // 1 s, 2 s, 4 s … : the tenth attempt comes after some seventeen minutes.
    private const int MostAttempts = 10;

    /// <param name="Message">The message.</param>
    public sealed record Command(Guid Message) : IRequest, ICommand
    {
        string ICommand.Subject => Message.ToString();
    }

    internal sealed class Handler(TitleDb db, WorkflowEngine engine, DeadLetterDesk letters, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var message = await db.InboxMessages
                .SingleOrDefaultAsync(m => m.Id == command.Message && m.DeliveredAt == null && m.DueAt != null, ct);
            if (message is null)
            {
                return;
            }

            var reached = await engine.SendAsync(Stimulus(message), ct);
            if (reached.Count > 0)
            {
                (message.DeliveredAt, message.DueAt) = (clock.GetUtcNow(), null);
            }
            else if (++message.Attempts < MostAttempts)
            {
                message.DueAt = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts));
            }
            else
            {
                message.DueAt = null;
                letters.Write(
                    DeadLetterKind.Message, message.Id.ToString(), message.Event, message.Attempts, "No flow waits for this event.");
            }
        }

        private static SendStimulus Stimulus(InboxMessage message) => new(new EventStimulus(message.Event))
        {
            CorrelationId = message.CorrelationId,
            Input = new Dictionary<string, JsonNode?>
            {
                [Event.PayloadInput] = message.Payload is { } json ? JsonNode.Parse(json) : null,
            },
            By = message.By,
        };
    }
}
