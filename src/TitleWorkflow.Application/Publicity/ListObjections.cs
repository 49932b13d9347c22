using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>The register of objections (异议登记簿) of whoever looks into them: the one list that says who objects.</summary>
public static class ListObjections
{
    /// <param name="After">The last objection of the page before; null for the first page.</param>
    public sealed record Query(PublicityObjectionId? After = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, newest first.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(IReadOnlyList<Row> Items, PublicityObjectionId? Next);

    /// <param name="Objection">The objection.</param>
    /// <param name="Number">Number of the receipt.</param>
    /// <param name="Declaration">The case.</param>
    /// <param name="DeclarationNumber">The case's number.</param>
    /// <param name="Applicant">Whose name is objected to.</param>
    /// <param name="Statement">What is wrong.</param>
    /// <param name="Leads">What can be checked; null if nothing is named.</param>
    /// <param name="Name">Who objects; null if anonymous.</param>
    /// <param name="Contact">How to reach them; null if anonymous.</param>
    /// <param name="Route">How it came.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="Status">What became of it.</param>
    /// <param name="DueOn">Last day for the finding; null where none is owed.</param>
    /// <param name="ExtensionReason">Why there is more time; null if there is not.</param>
    /// <param name="Finding">The finding; null while there is none.</param>
    /// <param name="Task">The open task to give the finding on; null where there is none.</param>
    public sealed record Row(
        PublicityObjectionId Objection,
        string Number,
        DeclarationId Declaration,
        string DeclarationNumber,
        string Applicant,
        string Statement,
        string? Leads,
        string? Name,
        string? Contact,
        ObjectionRoute Route,
        DateTimeOffset ReceivedAt,
        ObjectionStatus Status,
        DateOnly? DueOn,
        string? ExtensionReason,
        string? Finding,
        WorkItemId? Task);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 20;

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var mine = db.ObjectionsOf(user);
            if (query.After is { } after
                && await mine.Where(o => o.Id == after).Select(o => o.Number).SingleOrDefaultAsync(ct) is { } last)
            {
                mine = mine.Where(o => string.Compare(o.Number, last) < 0);
            }

            var page = await mine.Join(db.Declarations, o => o.Declaration, d => d.Id, (o, d) => new { Objection = o, d.Number, d.ApplicantName })
                .OrderByDescending(r => r.Objection.Number).Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
            return new Result(
                [.. page.Take(PageSize).Select(r => RowOf(r.Objection, r.Number, r.ApplicantName))],
                page.Count > PageSize ? page[PageSize - 1].Objection.Id : null);
        }

        private static Row RowOf(PublicityObjection o, string number, string applicant) => new(
            o.Id, o.Number, o.Declaration, number, applicant, o.Statement, o.Leads, o.Name, o.Contact, o.Route, o.ReceivedAt,
            o.Status, o.DueOn, o.ExtensionReason, o.Finding, o.Status == ObjectionStatus.Open ? o.Task : null);
    }
}
