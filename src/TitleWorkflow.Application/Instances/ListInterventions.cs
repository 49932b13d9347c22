using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Lists requests to skip a step or to end a flow: those that wait for a second person, or all; the latest first.</summary>
public static class ListInterventions
{
    /// <param name="Pending">Only those that wait.</param>
    /// <param name="After">The last row of the page before; null for the first page.</param>
    public sealed record Query(bool Pending = false, InterventionId? After = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, the latest first.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(IReadOnlyList<Row> Items, InterventionId? Next);

    /// <param name="Intervention">The request.</param>
    /// <param name="Kind">What is asked for.</param>
    /// <param name="Instance">The flow instance.</param>
    /// <param name="FlowName">Its flow's name.</param>
    /// <param name="Number">Number of its case; null if it has none.</param>
    /// <param name="Step">The step to skip; null if the flow is to end.</param>
    /// <param name="Outcome">How the step shall count as done; null if there is no choice.</param>
    /// <param name="Reason">Why; null to readers who see no persons.</param>
    /// <param name="RequestedBy">Who asked; null to readers who see no persons.</param>
    /// <param name="RequestedAt">When.</param>
    /// <param name="Status">What became of it.</param>
    /// <param name="DecidedBy">Who decided; null while it waits and to readers who see no persons.</param>
    /// <param name="DecidedAt">When; null while it waits.</param>
    /// <param name="Remark">Why it was declined; null otherwise and to readers who see no persons.</param>
    /// <param name="MayDecide">Whether the reader may approve or decline it.</param>
    /// <param name="MayTakeBack">Whether the reader made it and may take it back.</param>
    public sealed record Row(
        InterventionId Intervention,
        InterventionKind Kind,
        string Instance,
        string FlowName,
        string? Number,
        StepName? Step,
        string? Outcome,
        string? Reason,
        string? RequestedBy,
        DateTimeOffset RequestedAt,
        InterventionStatus Status,
        string? DecidedBy,
        DateTimeOffset? DecidedAt,
        string? Remark,
        bool MayDecide,
        bool MayTakeBack);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 25;

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var requests = db.Interventions.AsNoTracking();
            requests = query.Pending ? requests.Where(i => i.Status == InterventionStatus.Pending) : requests;
            requests = query.After is { } after ? requests.Where(i => i.Id.CompareTo(after) < 0) : requests;
            var found = await db.ReadAsync(user, requests.OrderByDescending(i => i.Id).Take(PageSize + 1), ct);
            return new Result(
                [.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Intervention : null);
        }
    }
}
