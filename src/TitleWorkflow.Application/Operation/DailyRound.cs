using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Operation;

/// <summary>
/// What is done once a day, at night, by the application's clock: asked often, it acts on the first time after three in the morning
/// of a day. Days that were skipped are not made up for.
/// </summary>
public sealed class DailyRound(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Hour = 3;

    /// <summary>Does what today asks for; false if it was done before, or it is too early.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var day = clock.Today();
        if (clock.GetUtcNow() < day.StartsAt(Hour) || await IsDoneAsync(day, ct))
        {
            return false;
        }

        while (!(await SendAsync(new TidyUp.Command(day), ct)).IsDone)
        {
        }

        return true;
    }

    private async Task<bool> IsDoneAsync(DateOnly day, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        var last = await db.Settings.Where(s => s.Key == TidyUp.DoneKey).Select(s => s.Value).SingleOrDefaultAsync(ct);
        return string.CompareOrdinal(last, TidyUp.Text(day)) >= 0;
    }

    private async Task<TidyUp.Result> SendAsync(TidyUp.Command command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, ct);
    }
}
