using System.Collections.Concurrent;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Applicants;

/// <summary>
/// Works off lists of applicants while this node is on duty, one after the other. Apart from what the clock brings: a long list
/// delays no deadline. A list that fails again and again is put aside as a dead letter.
/// </summary>
public sealed class ImportRound(IServiceScopeFactory scopes, DutyRoster duty, TimeProvider clock, ILogger<ImportRound> logger)
{
    private const int MostAttempts = 5;

    private readonly ConcurrentDictionary<ApplicantImportId, int> failed = new();

    /// <summary>Works until no list is due, or one fails; returns how many were finished.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var finished = 0;
        while (duty.IsOurs && await NextAsync(ct) is { } import && await WorkAsync(import, ct))
        {
            finished++;
        }

        return finished;
    }

    private async Task<ApplicantImportId?> NextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TitleDb>().ApplicantImports
            .Where(i => i.DueAt <= now).OrderBy(i => i.DueAt).ThenBy(i => i.Id).Select(i => (ApplicantImportId?)i.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<bool> WorkAsync(ApplicantImportId import, CancellationToken ct)
    {
        try
        {
            while (duty.IsOurs && !(await SendAsync(new ImportNextRows.Command(import), ct)).IsDone)
            {
            }

            failed.TryRemove(import, out _);
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            var attempts = failed.AddOrUpdate(import, 1, (_, before) => before + 1);
            logger.LogError(failure, "Import {Import} failed, attempt {Attempt}.", import, attempts);
            if (attempts == MostAttempts)
            {
                failed.TryRemove(import, out _);
                await SendAsync(new GiveUp.Command(DeadLetterKind.Import, import.ToString(), import.ToString(), attempts, failure.Message), ct);
            }

            return false;
        }
    }

    private async Task<T> SendAsync<T>(IRequest<T> command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, ct);
    }

    private async Task SendAsync(IRequest command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, ct);
    }
}
