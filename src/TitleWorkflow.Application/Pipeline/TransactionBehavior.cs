using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Pipeline;

/// <summary>
/// Runs a command, lets the flows react to what happened, and hands everything to the one writer as one change set: domain,
/// burst, work items, journal, audit, outbox and the answer. Whoever loses a race starts again on fresh data.
/// </summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(
    TitleDb db,
    ChangeWriter writer,
    ResumeOnDomainEvents flows,
    CommandJournal journal,
    ICurrentUser user,
    TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
{
    private const int Attempts = 5;

    public async Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            journal.Detail = "";
            if (await GivenBefore(request, cancellationToken) is { } answer)
            {
                return JsonSerializer.Deserialize<TResponse>(answer.Answer)!;
            }

            try
            {
                var response = await next();
                await flows.HandleAsync(cancellationToken);
                Keep(request, response);
                await writer.CommitAsync(
                    db,
                    [journal.Done(request, user, clock.GetUtcNow())],
                    cancellationToken);
                return response;
            }
            catch (DbUpdateException race) when (attempt < Attempts && PersistenceSetup.IsRace(race))
            {
                // Somebody was faster: once more from the start, on what is stored now.
            }
        }
    }

    private string? Key => user.IdempotencyKey is { } key ? $"{user.Person?.Value}:{key}" : null;

    private async Task<IdempotentAnswer?> GivenBefore(TRequest request, CancellationToken ct)
    {
        if (Key is not { } key || !request.KeepsAnswer)
        {
            return null;
        }

        var answer = await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, ct);
        PipelineRules.KeyReused.Require(answer is null || answer.Action == ActionName.Of(request.GetType()));
        return answer;
    }

    private void Keep(TRequest request, TResponse response)
    {
        if (Key is { } key && request.KeepsAnswer)
        {
            db.Answers.Add(new IdempotentAnswer
            {
                Key = key,
                Action = ActionName.Of(request.GetType()),
                Answer = JsonSerializer.Serialize(response),
                At = clock.GetUtcNow(),
            });
        }
    }
}
