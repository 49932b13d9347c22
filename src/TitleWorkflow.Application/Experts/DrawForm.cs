using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The office says that the committee for the case's plan and level was drawn and seated (随机抽取); it is believed only if so.</summary>
internal sealed class DrawForm(TitleDb db) : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = ["expert-draw"];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (_, declaration, _, actor, now) = task;
        ExpertDraw.RequireSeated(await db.ExpertDraws
            .Where(d => d.Plan == declaration.Plan && d.Level == declaration.Level).Select(d => d.Status).ToListAsync(ct));
        declaration.Note(HistoryAct.StepCompleted, actor, now, TaskForms.Note(task));
    }
}
