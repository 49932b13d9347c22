using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Instances;

/// <summary>Finds flow instances by number, person, flow, stage, state or trouble; the latest first, never counted.</summary>
public static class ListInstances
{
    /// <summary>How an instance stands.</summary>
    public enum State
    {
        /// <summary>Runs or waits.</summary>
        Running,

        /// <summary>Ended as drawn.</summary>
        Finished,

        /// <summary>Ended on somebody's order.</summary>
        Cancelled,

        /// <summary>Halted by an incident.</summary>
        Faulted,
    }

    /// <param name="Number">The case's number, or how it begins; null for all.</param>
    /// <param name="Person">The applicant's name, or how it begins; finds nothing for readers who see no persons. Null for all.</param>
    /// <param name="Flow">The flow's id; null for all.</param>
    /// <param name="Stage">The case's stage; null for all.</param>
    /// <param name="State">How it stands; null for all.</param>
    /// <param name="Trouble">Kind of its latest open incident; null for all.</param>
    /// <param name="AnyTrouble">Only those with an open incident of whatever kind.</param>
    /// <param name="After">The last row of the page before; null for the first page.</param>
    public sealed record Query(
        string? Number = null,
        string? Person = null,
        string? Flow = null,
        Stage? Stage = null,
        State? State = null,
        IncidentKind? Trouble = null,
        bool AnyTrouble = false,
        string? After = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, the latest first.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    /// <param name="Flows">All flows, to choose from.</param>
    /// <param name="SeesPersons">Whether the reader may see and search for applicants.</param>
    public sealed record Result(IReadOnlyList<Row> Items, string? Next, IReadOnlyList<Flow> Flows, bool SeesPersons);

    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Flow(string DefinitionId, string Name);

    /// <param name="Instance">The instance.</param>
    /// <param name="DefinitionId">Its flow.</param>
    /// <param name="FlowName">The flow's name.</param>
    /// <param name="Version">Number of the version it runs on.</param>
    /// <param name="Number">Number of its case, or reference of its road into the expert pool; null if it has neither.</param>
    /// <param name="Declaration">Its case; null if it has none.</param>
    /// <param name="Person">The applicant; null without a case, before it is submitted, and to readers who see no persons.</param>
    /// <param name="Stage">The case's stage; null without a case.</param>
    /// <param name="Status">The case's status; null without a case.</param>
    /// <param name="State">How the instance stands.</param>
    /// <param name="Trouble">Kind of its latest open incident; null if none is open.</param>
    /// <param name="Incidents">Open incidents.</param>
    /// <param name="StartedAt">When it was started.</param>
    /// <param name="UpdatedAt">When it last ran.</param>
    public sealed record Row(
        string Instance,
        string DefinitionId,
        string FlowName,
        int Version,
        string? Number,
        DeclarationId? Declaration,
        string? Person,
        Stage? Stage,
        DeclarationStatus? Status,
        State State,
        IncidentKind? Trouble,
        int Incidents,
        DateTimeOffset StartedAt,
        DateTimeOffset UpdatedAt);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 25;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Number).MaximumLength(60);
            RuleFor(q => q.Person).MaximumLength(60);
            RuleFor(q => q.Flow).MaximumLength(200);
            RuleFor(q => q.Stage).IsInEnum();
            RuleFor(q => q.State).IsInEnum();
            RuleFor(q => q.Trouble).IsInEnum();
            RuleFor(q => q.After).Must(a => InstanceCursor.Read(a) is not null).When(q => q.After is not null);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var found = await db.SummariesAsync(user, (await NarrowAsync(query, ct))
                .OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(PageSize + 1), ct);
            var last = found.Count > PageSize ? found[PageSize - 1] : null;
            var flows = await db.WorkflowVersions.AsNoTracking().Select(v => new { v.DefinitionId, v.Version, v.Name }).ToListAsync(ct);
            return new Result(
                [.. found.Take(PageSize)],
                last is null ? null : new InstanceCursor(last.StartedAt, last.Instance).ToString(),
                [
                    .. flows.GroupBy(v => v.DefinitionId).Select(g => new Flow(g.Key, g.MaxBy(v => v.Version)!.Name))
                        .OrderBy(f => f.Name, StringComparer.Ordinal),
                ],
                user.SeesPersons());
        }

        private async Task<IQueryable<InstanceRow>> NarrowAsync(Query query, CancellationToken ct)
        {
            var rows = db.WorkflowInstances.AsNoTracking();
            rows = query.Number?.Trim() is { Length: > 0 } number ? await OfNumberAsync(rows, number, ct) : rows;
            rows = query.Person?.Trim() is { Length: > 0 } person ? await OfPersonAsync(rows, person, ct) : rows;
            rows = query.Flow is { Length: > 0 } flow ? rows.Where(i => i.DefinitionId == flow) : rows;
            rows = query.Stage is { } stage
                ? rows.Where(i => db.Declarations.Any(d => d.Id == i.Declaration && d.Stage == stage))
                : rows;
            rows = query.State switch
            {
                null => rows,
                State.Running => rows.Where(i => i.Status == nameof(WorkflowStatus.Running)),
                var state => rows.Where(i => i.Status == nameof(WorkflowStatus.Finished) && i.SubStatus == state.ToString()),
            };
            rows = query.Trouble is { } trouble ? rows.Where(i => i.Trouble == trouble) : rows;
            rows = query.AnyTrouble ? rows.Where(i => i.Trouble != null) : rows;
            return InstanceCursor.Read(query.After) is { } after
                ? rows.Where(i => i.CreatedAt < after.StartedAt
                    || (i.CreatedAt == after.StartedAt && string.Compare(i.Id, after.Instance) < 0))
                : rows;
        }

        // A whole number is found by its index; only part of one is searched for.
        private static async Task<IQueryable<InstanceRow>> OfNumberAsync(
            IQueryable<InstanceRow> rows, string number, CancellationToken ct)
        {
            var whole = rows.Where(i => i.Name == number);
            return await whole.AnyAsync(ct) ? whole : rows.Where(i => i.Name!.StartsWith(number));
        }

        // Before submission a draft is its applicant's alone: nobody finds it by name.
        private async Task<IQueryable<InstanceRow>> OfPersonAsync(
            IQueryable<InstanceRow> rows, string name, CancellationToken ct)
        {
            if (!user.SeesPersons())
            {
                return rows.Where(i => false);
            }

            List<PersonId> people = await db.People.Where(p => p.Name.StartsWith(name)).Select(p => p.Id).Take(Most).ToListAsync(ct);
            List<DeclarationId?> cases = await db.Declarations
                .Where(d => people.Contains(d.Applicant) && d.SubmittedAt != null)
                .OrderByDescending(d => d.Id).Select(d => (DeclarationId?)d.Id).Take(Most).ToListAsync(ct);
            return rows.Where(i => cases.Contains(i.Declaration));
        }

        private const int Most = 500;
    }
}
