using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>A step that only records who chose what: posting a result, and every step a designer adds.</summary>
internal sealed class GeneralForm : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = [TaskForms.General, "result-posting"];

    public Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        task.Declaration.Note(HistoryAct.StepCompleted, task.Actor, task.Now, TaskForms.Note(task));
        return Task.CompletedTask;
    }

    public StatutoryAct ActOf(string name, string outcome) => StatutoryAct.None;
}
