using System.Reflection;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Instances;

/// <summary>Knows what each step of a drawn flow stands for in the regulation, and what may come out of it.</summary>
internal sealed class StatutoryActs(ActivityCatalog catalog, IEnumerable<ITaskForm> forms)
{
    private static readonly Role[] Assessors = [Role.Expert, Role.GroupLeader, Role.DeputyDirector, Role.CommitteeDirector];

    /// <summary>What may come out of a step; one that offers no choice has none.</summary>
    public IReadOnlyList<string> OutcomesOf(ActivityNode node) =>
        catalog.Find(node.Type, node.Version)?.OutcomesOf(node) is { Count: > 1 } outcomes ? outcomes : [];

    /// <summary>
    /// What would be made up if the step counted as done with an outcome. A container stands for the gravest of what it holds; a
    /// flow used as a step is not read here and counts as holding an act on record.
    /// </summary>
    /// <param name="node">The step.</param>
    /// <param name="outcome">The outcome; null for whatever may come out.</param>
    public StatutoryAct Of(ActivityNode node, string? outcome)
    {
        if (FlowFloor.Is<HumanTask>(node))
        {
            IReadOnlyList<string> possible = outcome is not null ? [outcome] : [.. OutcomesOf(node).DefaultIfEmpty("Done")];
            return possible.Select(o => OfTask(node, o)).Max();
        }

        var type = catalog.Find(node.Type, node.Version)?.ClrType;
        return type is null
            ? StatutoryAct.OfficialRecord
            : type.Assembly == typeof(StatutoryActs).Assembly
            ? type.GetCustomAttribute<StatutoryAttribute>()?.Act ?? StatutoryAct.OfficialRecord
            : node.Children.Select(child => Of(child, null)).DefaultIfEmpty(StatutoryAct.None).Max();
    }

    // What is computed when the flow runs cannot be known here, so it counts as a decision.
    private StatutoryAct OfTask(ActivityNode node, string outcome) =>
        (FlowFloor.Literal(node, nameof(HumanTask.Role)), FlowFloor.Literal(node, nameof(HumanTask.Form))) switch
        {
            (null, _) => StatutoryAct.Decision,
            (var role, _) when Enum.TryParse<Role>(role, out var held) && Assessors.Contains(held) => StatutoryAct.ExpertOpinion,
            (nameof(Role.Applicant), _) => StatutoryAct.ApplicantsAct,
            (_, { } form) when TaskForms.EndByOwnAct.Contains(form) => StatutoryAct.ApplicantsAct,
            (_, null) when node.Json["form"] is not null => StatutoryAct.Decision,
            (_, var form) => forms.Named(form ?? TaskForms.General).ActOf(form ?? TaskForms.General, outcome),
        };
}
