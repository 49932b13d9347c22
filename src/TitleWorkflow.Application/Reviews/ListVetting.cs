using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>Shows an authority what it can vet at once: what the officer has and what nobody has taken yet, the most urgent first.</summary>
public static class ListVetting
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Items">At most <see cref="VetTogether.Most"/>.</param>
    public sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="WorkItem">The task.</param>
    /// <param name="Title">Chinese name of the step.</param>
    /// <param name="EnglishTitle">English name of the step; null if the flow gives none.</param>
    /// <param name="Form">Vetting, or only passing on.</param>
    /// <param name="Declaration">The case.</param>
    /// <param name="Number">The case's number.</param>
    /// <param name="Applicant">Who applies.</param>
    /// <param name="Employer">Where the applicant works.</param>
    /// <param name="EnglishEmployer">The employer's English name; null if it has none.</param>
    /// <param name="Series">Series applied for.</param>
    /// <param name="Level">Level applied for.</param>
    /// <param name="Channel">The road it takes.</param>
    /// <param name="DueOn">Last day; null if it has none.</param>
    /// <param name="Outcomes">What may come out that needs no more than a reason.</param>
    public sealed record Row(
        WorkItemId WorkItem,
        string Title,
        string? EnglishTitle,
        string Form,
        DeclarationId Declaration,
        string Number,
        string Applicant,
        string Employer,
        string? EnglishEmployer,
        TitleSeries Series,
        TitleLevel Level,
        Channel Channel,
        DateOnly? DueOn,
        IReadOnlyList<string> Outcomes);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var own = await First(db.OpenOf(user)).ToListAsync(ct);
            var free = await First(db.AvailableTo(user, First)).ToListAsync(ct);
            return new Result(
            [
                // A step with fields of its own asks for more than an outcome and a reason.
                .. own.Concat(free).Where(w => w.Fields.Count == 0).OrderBy(w => w.InboxDay).ThenBy(w => w.Id.Value).Take(VetTogether.Most).Select(w => new Row(
                    w.Id, w.Title, w.EnglishTitle, w.Form, w.Declaration, w.Number, w.ApplicantName, w.EmployerName, w.EmployerEnglishName,
                    w.Series, w.Level, w.Channel, w.DueOn, [.. w.Outcomes.Where(o => o != "Return")])),
            ]);
        }

        private static IQueryable<WorkItem> First(IQueryable<WorkItem> open) => open.AsNoTracking()
            .Where(w => VetTogether.Forms.Contains(w.Form)).MostUrgentFirst().Take(VetTogether.Most);
    }
}
