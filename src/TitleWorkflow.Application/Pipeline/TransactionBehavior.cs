using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;
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
    AfterCommit afterCommit,
    ICurrentUser user,
    TimeProvider clock,
    ILogger<TransactionBehavior<TRequest, TResponse>> logger)
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
            afterCommit.Clear();
            journal.Detail = "";
            try
            {
                var response = await next();
                await flows.HandleAsync(cancellationToken);
                Keep(request, response);
                await writer.CommitAsync(
                    db,
                    [journal.Done(request, user, clock.GetUtcNow())],
                    cancellationToken,
                    canWait: user.IsClock);
                await FollowUpAsync();
                return response;
            }
            catch (Exception refusal)
                when (refusal is DbUpdateException or RuleBrokenException or NotFoundException or ValidationException)
            {
                // A key seldom comes twice, and storing it twice is impossible: it is looked up only after a refusal.
                if (await GivenBefore(request, cancellationToken) is { } answer)
                {
                    return JsonSerializer.Deserialize<TResponse>(answer.Answer)!;
                }

                if (attempt == Attempts || !PersistenceSetup.IsRace(refusal))
                {
                    throw;
                }

                // Somebody was faster: once more from the start, on what is stored now.
            }
        }
    }

    // What is on disk stays: a message to the outside that fails now cannot undo it, and must not tell the caller that it did.
    private async Task FollowUpAsync()
    {
        while (afterCommit.Take() is { } task)
        {
            try
            {
                await task();
            }
            catch (Exception failure)
            {
                logger.LogError(failure, "What {Command} wanted done after its commit failed.", typeof(TRequest).FullName);
            }
        }
    }

    // Of what may be said without a name, the stored key does not tell who said it.
    private string? KeyOf(TRequest request) => user.IdempotencyKey is not { } key ? null
        : $"{user.Person?.Value}:{key}{request.KeyPart}" is var named && request.NamesActor ? named
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)));

    private async Task<IdempotentAnswer?> GivenBefore(TRequest request, CancellationToken ct)
    {
        if (KeyOf(request) is not { } key || !request.KeepsAnswer)
        {
            return null;
        }

        var answer = await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, ct);
        PipelineRules.KeyReused.Require(answer is null || answer.Action == ActionName.Of(request.GetType()));
        return answer;
    }

    private void Keep(TRequest request, TResponse response)
    {
        if (KeyOf(request) is { } key && request.KeepsAnswer)
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
