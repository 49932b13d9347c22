using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>A step that only records who chose what: posting a result, and every step a designer adds.</summary>
internal sealed class GeneralForm : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = ["general", "result-posting"];

    public Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var note = string.IsNullOrWhiteSpace(task.Answer.Comment)
            ? task.Item.Title
            : $"{task.Item.Title}：{task.Answer.Comment}";
        task.Declaration.Note(HistoryAct.StepCompleted, task.Actor, task.Now, note);
        return Task.CompletedTask;
    }
}
