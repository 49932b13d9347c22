using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>An expert hands in score sheet and written opinion (评分与书面意见).</summary>
internal sealed class ExpertOpinionForm(TitleDb db) : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = ["expert-opinion"];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (item, declaration, answer, _, now) = task;
        var review = await db.GroupReviews.Where(r => r.Declaration == declaration.Id)
            .OrderByDescending(r => r.AssignedAt).FirstAsync(ct);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
        var scores = answer.Scores ?? new Dictionary<string, int>();
        db.ScoreSheets.Add(ScoreSheet.Submit(review, item.Assignee!.Value, plan.Standard, scores, answer.Comment, now));
    }
}
