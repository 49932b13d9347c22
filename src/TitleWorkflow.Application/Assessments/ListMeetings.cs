using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Shows the meetings one runs, sits in or watches, the latest first.</summary>
public static class ListMeetings
{
    /// <summary>Rows per page.</summary>
    public const int PageSize = 20;

    /// <param name="After">What the page before gave as next; null for the first page.</param>
    public sealed record Query(string? After = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    /// <param name="MayCall">Committees the user may call a meeting of.</param>
    public sealed record Result(IReadOnlyList<Row> Items, string? Next, IReadOnlyList<Callable> MayCall);

    /// <param name="Meeting">The meeting.</param>
    /// <param name="Committee">Chinese name of the committee.</param>
    /// <param name="CommitteeEnglishName">Name on English pages; null where there is none.</param>
    /// <param name="HeldOn">Date.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Viewer">With whose eyes the user sees it.</param>
    /// <param name="Cases">Cases on the agenda; null for members, whose count could tell of a recusal.</param>
    public sealed record Row(
        MeetingId Meeting,
        string Committee,
        string? CommitteeEnglishName,
        DateOnly HeldOn,
        string Place,
        MeetingStatus Status,
        MeetingViewer Viewer,
        int? Cases);

    /// <param name="Committee">A committee.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">Name on English pages; null where there is none.</param>
    public sealed record Callable(OrganisationId Committee, string Name, string? EnglishName);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.After).Must(a => a is null || Cursor.TryRead(a, out _));
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var committees = await db.Committees
                .Join(db.Organisations, c => c.Id, o => o.Id, (c, o) => new { c.Id, c.OrganisingUnit, o.Name, o.EnglishName })
                .ToDictionaryAsync(c => c.Id, ct);
            var watched = await WatchedCommittees.ReadAsync(db, user, ct);
            var reached = !Cursor.TryRead(query.After, out var after);
            var from = reached ? DateOnly.MaxValue : after.HeldOn;
            var rows = new List<Row>();
            var counted = db.Meetings.AsNoTracking().Where(m => m.HeldOn <= from)
                .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id)
                .Select(m => new { Meeting = m, Cases = db.MeetingCases.Count(c => c.Meeting == m.Id) });

            // Seats are stored as a whole: whether one is mine is asked row by row, until the page is full.
            await foreach (var row in counted.AsAsyncEnumerable().WithCancellation(ct))
            {
                if (!reached && row.Meeting.HeldOn == after.HeldOn)
                {
                    // Of the cursor's own day, the page before has shown those down to the cursor.
                    reached = row.Meeting.Id == after.Id;
                    continue;
                }

                var committee = committees[row.Meeting.Committee];
                if (user.ViewerOf(row.Meeting.Seats, committee.Id, committee.OrganisingUnit, watched) is { } viewer)
                {
                    rows.Add(new Row(
                        row.Meeting.Id, committee.Name, committee.EnglishName, row.Meeting.HeldOn, row.Meeting.Place,
                        row.Meeting.Status, viewer, viewer == MeetingViewer.Member ? null : row.Cases));
                }

                if (rows.Count > PageSize)
                {
                    break;
                }
            }

            return new Result(
                [.. rows.Take(PageSize)],
                rows.Count > PageSize ? Cursor.After(rows[PageSize - 1]) : null,
                [
                    .. committees.Values.Where(c => user.Has(Role.CommitteeOffice, c.Id)).OrderBy(c => c.Name)
                        .Select(c => new Callable(c.Id, c.Name, c.EnglishName)),
                ]);
        }
    }

    private readonly record struct Cursor(DateOnly HeldOn, MeetingId Id)
    {
        public static string After(Row row) =>
            string.Create(CultureInfo.InvariantCulture, $"{row.HeldOn.DayNumber}_{row.Meeting}");

        public static bool TryRead(string? text, out Cursor cursor)
        {
            cursor = default;
            if (text?.Split('_') is not [var day, var id]
                || !int.TryParse(day, CultureInfo.InvariantCulture, out var number)
                || number < 0 || number > DateOnly.MaxValue.DayNumber || !Guid.TryParse(id, out var guid))
            {
                return false;
            }

            cursor = new Cursor(DateOnly.FromDayNumber(number), new MeetingId(guid));
            return true;
        }
    }
}
