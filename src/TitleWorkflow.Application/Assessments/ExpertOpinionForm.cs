using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>An expert hands in score sheet and written opinion (评分与书面意见), or leaves the dossier.</summary>
internal sealed class ExpertOpinionForm(TitleDb db) : ITaskForm
{
    /// <summary>The outcome by which a reader leaves for an interest (回避) instead of writing.</summary>
    public const string Recuse = "Recuse";

    public IReadOnlyList<string> Names { get; } = ["expert-opinion"];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (item, declaration, answer, _, now) = task;
        var review = await db.StandingReviews(declaration.Id).FirstAsync(ct);
        if (answer.Outcome == Recuse)
        {
            review.Recuse(item.Assignee!.Value, answer.Comment);
            return;
        }

        var standard = (await db.ScoreFileAsync(declaration, ct)).Standard;
        var scores = answer.Scores ?? new Dictionary<string, int>();
        db.ScoreSheets.Add(ScoreSheet.Submit(review, item.Assignee!.Value, standard, scores, answer.Comment, now));
    }
}
