using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
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
    /// <param name="DueOn">Last day; null if it has none.</param>
    /// <param name="DaysLeft">Working days left, today included; null without a last day or when done.</param>
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
        DateOnly? DueOn,
        int? DaysLeft,
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
            RuleFor(q => q.After).Must(a => a is null || InboxCursor.TryRead(a, out _));
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, OfficialCalendar calendar)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var rows = await Page(query).Select(w => new
            {
                Item = w,
                Case = db.Declarations.Where(d => d.Id == w.Declaration)
                    .Select(d => new
                    {
                        d.Number,
                        Applicant = db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First(),
                        Employer = db.Organisations.Where(o => o.Id == d.Employer).Select(o => o.Name).First(),
                    }).First(),
            }).AsNoTracking().ToListAsync(ct);
            var days = await calendar.GetAsync(ct);
            var today = clock.Today();
            return new Result(
                [
                    .. rows.Take(PageSize).Select(r => new Row(
                        r.Item.Id, r.Item.Title, r.Item.EnglishTitle, r.Item.Form, r.Item.Stage,
                        r.Item.Declaration, r.Case.Number, r.Case.Applicant, r.Case.Employer,
                        r.Item.DueOn,
                        r.Item.Status == WorkItemStatus.Open && r.Item.DueOn is { } due ? days.DaysLeft(today, due) : null,
                        r.Item.Status == WorkItemStatus.Open && r.Item.DueOn < today,
                        r.Item is PersonalTask,
                        r.Item.Outcome,
                        r.Item.ClosedAt ?? r.Item.CreatedAt)),
                ],
                rows.Count > PageSize ? InboxCursor.After(rows[PageSize - 1].Item) : null);
        }

        private IQueryable<WorkItem> Page(Query query)
        {
            var after = InboxCursor.TryRead(query.After, out var cursor) ? cursor : null;
            if (query.View == View.Done)
            {
                var done = db.WorkItems.Where(w => w.CompletedBy == user.Person);
                done = after is { ClosedAt: { } at } ? done.Where(w => w.ClosedAt < at) : done;
                return done.OrderByDescending(w => w.ClosedAt).Take(PageSize + 1);
            }

            var open = query.View == View.Available
                ? db.AvailableTo(user)
                : db.WorkItems.Where(w => w.Status == WorkItemStatus.Open && w.Assignee == user.Person);

            // Without a last day comes last; a far date stands for it, so that one comparison pages through both.
            var never = DateOnly.MaxValue;
            open = after is { DueOn: { } dueOn, Id: { } id }
                ? open.Where(w => (w.DueOn ?? never) > dueOn || ((w.DueOn ?? never) == dueOn && w.CreatedAt > after.CreatedAt))
                : open;
            return open.OrderBy(w => w.DueOn ?? never).ThenBy(w => w.CreatedAt).Take(PageSize + 1);
        }
    }
}
