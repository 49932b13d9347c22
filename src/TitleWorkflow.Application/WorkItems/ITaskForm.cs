using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>What somebody did on a task's page.</summary>
/// <param name="Item">The task.</param>
/// <param name="Declaration">The case; its evidence and history are not loaded.</param>
/// <param name="Answer">What was entered.</param>
/// <param name="Actor">Who, as history may say it.</param>
/// <param name="Now">When.</param>
public sealed record TaskAnswer(
    WorkItem Item, Declaration Declaration, CompleteWorkItem.Command Answer, Actor Actor, DateTimeOffset Now);

/// <summary>
/// What completing one kind of task means for the domain. The flow names the form; which step comes next stays the flow's.
/// </summary>
public interface ITaskForm
{
    /// <summary>Names in flow documents this form serves; they are stored and never change.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Applies the answer to the domain, before the task is closed.</summary>
    Task ApplyAsync(TaskAnswer task, CancellationToken ct);

    /// <summary>What completing the task of that name with an outcome stands for; a decision, unless the form knows better.</summary>
    StatutoryAct ActOf(string name, string outcome) => StatutoryAct.Decision;
}
