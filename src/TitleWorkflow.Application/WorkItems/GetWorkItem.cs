using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Shows one task: its case, its last day, what may come out, what its form asks for, and the tasks before and after it.</summary>
public static class GetWorkItem
{
    /// <param name="WorkItem">The task.</param>
    public sealed record Query(WorkItemId WorkItem) : IRequest<Result>;

    /// <param name="WorkItem">The task.</param>
    /// <param name="Title">Chinese name of the step.</param>
    /// <param name="EnglishTitle">English name of the step; null if the flow gives none.</param>
    /// <param name="Form">Which form completes it.</param>
    /// <param name="EndsByOwnAct">True if it ends elsewhere: by submitting, handing in a supplement or signing.</param>
    /// <param name="Stage">Its stage.</param>
    /// <param name="Case">The case it is about.</param>
    /// <param name="ArrivedAt">When it came up.</param>
    /// <param name="Deadline">Its last day in working days; null if it has none.</param>
    /// <param name="Holding">Who has it and what the reader may do with it.</param>
    /// <param name="Outcomes">What may be chosen now, in the flow's order.</param>
    /// <param name="Fields">What else it asks for, as its flow says.</param>
    /// <param name="Needs">What its form needs to be filled in.</param>
    /// <param name="Done">How it ended; null while open.</param>
    /// <param name="Previous">The reader's open task before it; null if it is the first.</param>
    /// <param name="Next">The reader's open task to go on with; null if there is no other.</param>
    public sealed record Result(
        WorkItemId WorkItem,
        string Title,
        string? EnglishTitle,
        string Form,
        bool EndsByOwnAct,
        Stage Stage,
        CaseOfTask Case,
        DateTimeOffset ArrivedAt,
        Deadline? Deadline,
        TaskHolding Holding,
        IReadOnlyList<TaskOutcome> Outcomes,
        IReadOnlyList<TaskField> Fields,
        TaskNeeds Needs,
        TaskEnd? Done,
        WorkItemId? Previous,
        WorkItemId? Next);

    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Applicant">Who applies; to blind readers the number.</param>
    /// <param name="Employer">Where the applicant works; empty to blind readers.</param>
    /// <param name="EnglishEmployer">The employer's English name; null if it has none.</param>
    /// <param name="Series">Series applied for.</param>
    /// <param name="Specialty">Specialty applied for, Chinese.</param>
    /// <param name="Level">Level applied for.</param>
    /// <param name="Channel">The road it takes.</param>
    public sealed record CaseOfTask(
        DeclarationId Declaration,
        string Number,
        string Applicant,
        string Employer,
        string? EnglishEmployer,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        Channel Channel);

    /// <param name="Name">The flow's name for it, sent back on completion.</param>
    /// <param name="NeedsReason">Whether a comment is required.</param>
    public sealed record TaskOutcome(string Name, bool NeedsReason);

    /// <param name="Outcome">What came out; null if it was withdrawn with its step.</param>
    /// <param name="Comment">Opinion or reason; null if none.</param>
    /// <param name="Values">What was filled in, by label; empty if the task asked for nothing else.</param>
    /// <param name="By">Who did it; null if it was withdrawn, or where no name may be known.</param>
    /// <param name="At">When.</param>
    public sealed record TaskEnd(
        string? Outcome, string? Comment, IReadOnlyDictionary<string, string> Values, string? By, DateTimeOffset At);

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, TimeProvider clock, OfficialCalendar calendar, TaskSurroundings surroundings)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var item = await db.FindWorkItemAsync(user, query.WorkItem, ct);
            var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Id == item.Declaration, ct);
            var holding = await surroundings.HoldingAsync(item, ct);
            var needs = holding.MayAct ? await surroundings.NeedsAsync(item, declaration, ct) : new TaskNeeds();
            var (previous, next) = await surroundings.NeighboursAsync(item, ct);
            return new Result(
                item.Id, item.Title, item.EnglishTitle, item.Form, TaskForms.EndByOwnAct.Contains(item.Form), item.Stage,
                new CaseOfTask(
                    declaration.Id, declaration.Number, item.ApplicantName, item.EmployerName, item.EmployerEnglishName,
                    declaration.Series, declaration.Specialty, declaration.Level, declaration.Channel),
                item.CreatedAt,
                item.Status == WorkItemStatus.Open
                    ? Deadline.Of(await calendar.GetAsync(ct), clock.Today(), item.DueOn)
                    : null,
                holding,
                [
                    .. item.Outcomes.Where(o => o != "Supplement" || needs.SupplementIssuedAt is null)
                        .Select(o => new TaskOutcome(o, item.ReasonOutcomes.Contains(o))),
                ],
                item.Fields, needs, await EndAsync(item, ct), previous, next);
        }

        private async Task<TaskEnd?> EndAsync(WorkItem item, CancellationToken ct) => item.ClosedAt is not { } at
            ? null
            : new TaskEnd(
                item.Outcome,
                item.Comment,
                item.Values,
                await db.People.Where(p => p.Id == item.CompletedBy).Select(p => p.Name).SingleOrDefaultAsync(ct),
                at);
    }
}
