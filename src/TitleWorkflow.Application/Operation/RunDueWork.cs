using MediatR;

namespace TitleWorkflow.Application.Operation;

/// <summary>Does at once what the clock has reached, so that a moved clock shows its effect on the next page.</summary>
public static class RunDueWork
{
    /// <summary>Runs one round.</summary>
    public sealed record Command : IRequest<Result>;

    /// <param name="Done">How many things were done.</param>
    public sealed record Result(int Done);

    internal sealed class Handler(DemoClock clock, DueWork due, DailyRound daily) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            await clock.ReadAsync(ct);
            var done = await due.RunAsync(ct);
            await daily.RunAsync(ct);
            return new Result(done);
        }
    }
}
