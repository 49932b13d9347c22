using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// A program tells the flows that something happened outside. Acknowledged is kept: the message is delivered even if the flow
/// comes to wait for it later, and becomes a dead letter if none does.
/// </summary>
public static class ReceiveMessage
{
    /// <param name="Event">Name of the event, compared case-sensitively.</param>
    /// <param name="CorrelationId">Only flows of this case hear it: a declaration's id; null for all.</param>
    /// <param name="Payload">What comes with it; any JSON value.</param>
    public sealed record Command(string Event, string? CorrelationId = null, JsonNode? Payload = null) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Event;
    }

    /// <param name="Message">The message; it is delivered after this answer.</param>
    public sealed record Result(Guid Message);

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int MostOfPayload = 64 * 1024;

        public Validator()
        {
            RuleFor(c => c.Event).NotEmpty().MaximumLength(200);
            RuleFor(c => c.CorrelationId).MaximumLength(100);
            RuleFor(c => c.Payload).Must(p => p is null || p.ToJsonString().Length <= MostOfPayload);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var message = new InboxMessage
            {
                Id = Guid.CreateVersion7(),
                Event = command.Event,
                CorrelationId = command.CorrelationId,
                Payload = command.Payload?.ToJsonString(),
                By = user.Person?.ToString() ?? user.Origin,
                At = now,
                DueAt = now,
            };
            db.InboxMessages.Add(message);
            return Task.FromResult(new Result(message.Id));
        }
    }
}
