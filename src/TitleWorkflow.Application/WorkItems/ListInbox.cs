using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Shows the inbox: what I have, what I may take, what I have done.</summary>
public static class ListInbox
{
    /// <summary>Which part of the inbox.</summary>
    public enum View
    {
        /// <summary>Assigned to me or claimed by me (我的).</summary>
        Mine,

        /// <summary>Open to my role at my office (可认领).</summary>
        Available,

        /// <summary>Done by me (已办).</summary>
        Done,
    }

    /// <param name="View">Which part.</param>
    /// <param name="After">The last row of the page before; null for the first page.</param>
    public sealed record Query(View View, string? After = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, the most urgent first; of done ones the latest first.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    public sealed record Result(IReadOnlyList<Row> Items, string? Next);

    /// <param name="WorkItem">The task.</param>
    /// <param name="Title">Chinese name of the step.</param>
    /// <param name="EnglishTitle">English name of the step; null if the flow gives none.</param>
    /// <param name="Form">Which page it has.</param>
    /// <param name="Stage">Its stage.</param>
    /// <param name="Declaration">The case.</param>
    /// <param name="Number">The case's number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="EnglishEmployer">The employer's English name; null if it has none.</param>
    /// <param name="Series">Series applied for.</param>
    /// <param name="Level">Level applied for.</param>
    /// <param name="Channel">The road it takes.</param>
    /// <param name="DueOn">Last day; null if it has none.</param>
    /// <param name="Deadline">The last day counted in working days; null without a last day or when done.</param>
    /// <param name="Overdue">True when the last day is over and the task is open.</param>
    /// <param name="IsPersonal">True if nobody else can do it.</param>
    /// <param name="Outcome">What came out; null while open.</param>
    /// <param name="At">When it came up or, when done, when it was done.</param>
    public sealed record Row(
        WorkItemId WorkItem,
        string Title,
        string? EnglishTitle,
        string Form,
        Stage Stage,
        DeclarationId Declaration,
        string Number,
        string Applicant,
        string Employer,
        string? EnglishEmployer,
        TitleSeries Series,
        TitleLevel Level,
        Channel Channel,
        DateOnly? DueOn,
        Deadline? Deadline,
        bool Overdue,
        bool IsPersonal,
        string? Outcome,
        DateTimeOffset At);

    /// <summary>Rows per page.</summary>
    public const int PageSize = 25;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.View).IsInEnum();
            RuleFor(q => q.After).Must(a => InboxCursor.Read(a) is not null).When(q => q.After is not null);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, OfficialCalendar calendar)
        : IRequestHandler<Query, Result>
    {
        // Neither outcome nor end is asked of open ones, whose index knows all the rest. How late they are is counted afterwards.
        private static readonly Expression<Func<WorkItem, Row>> Open = w => new Row(
            w.Id, w.Title, w.EnglishTitle, w.Form, w.Stage, w.Declaration, w.Number, w.ApplicantName, w.EmployerName,
            w.EmployerEnglishName, w.Series, w.Level, w.Channel, w.DueOn, null, false, w is PersonalTask, null, w.CreatedAt);

        private static readonly Expression<Func<WorkItem, Row>> Closed = w => new Row(
            w.Id, w.Title, w.EnglishTitle, w.Form, w.Stage, w.Declaration, w.Number, w.ApplicantName, w.EmployerName,
            w.EmployerEnglishName, w.Series, w.Level, w.Channel, w.DueOn, null, false, w is PersonalTask, w.Outcome, w.ClosedAt!.Value);

        // What everybody looks at again and again: the first page of what is theirs.
        private static readonly HotQuery<PersonId, Row> FirstOfMine = new((context, person) => context.WorkItems
            .Where(w => w.Status == WorkItemStatus.Open && w.Assignee == person)
            .OrderBy(w => w.InboxDay).ThenBy(w => w.Id).Take(PageSize + 1)
            .Select(Open));

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var found = query is { View: View.Mine, After: null } && user.Person is { } person
                ? await FirstOfMine.ListAsync(db, person, ct)
                : await Page(query).Select(query.View == View.Done ? Closed : Open).ToListAsync(ct);
            var rows = found.Take(PageSize).ToList();
            var next = found.Count > PageSize ? CursorOf(query, rows[^1]).ToString() : null;
            return new Result(query.View == View.Done ? rows : await TimedAsync(rows, ct), next);
        }

        private static InboxCursor CursorOf(Query query, Row last) =>
            new(InboxOrder.Due(last.DueOn), query.View == View.Done ? last.At : default, last.WorkItem);

        private async Task<IReadOnlyList<Row>> TimedAsync(IEnumerable<Row> open, CancellationToken ct)
        {
            var (today, days) = (clock.Today(), await calendar.GetAsync(ct));
            return [.. open.Select(r => r with { Deadline = Deadline.Of(days, today, r.DueOn), Overdue = r.DueOn < today })];
        }

        private IQueryable<WorkItem> Page(Query query)
        {
            var after = InboxCursor.Read(query.After);
            if (query.View == View.Done)
            {
                var done = db.WorkItems.Where(w => w.CompletedBy == user.Person);
                done = after is null
                    ? done
                    : done.Where(w => w.ClosedAt < after.ClosedAt
                        || (w.ClosedAt == after.ClosedAt && w.Id.CompareTo(after.Id) < 0));
                return done.OrderByDescending(w => w.ClosedAt).ThenByDescending(w => w.Id).Take(PageSize + 1);
            }

            return query.View == View.Available
                ? First(db.AvailableTo(user, First))
                : First(db.OpenOf(user));

            IQueryable<WorkItem> First(IQueryable<WorkItem> open) =>
                (after is null ? open : open.After(after.Due, after.Id)).MostUrgentFirst().Take(PageSize + 1);
        }
    }
}
