using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Reads an instance's state for those who operate the product.</summary>
internal sealed class InstanceReport(TitleDb db, ICurrentUser user, StatutoryActs acts, InstanceWaits waits)
{
    /// <summary>What the instance waits for, oldest first.</summary>
    public Task<IReadOnlyList<GetInstance.Wait>> WaitsAsync(InstanceFile file, CancellationToken ct) => waits.ReadAsync(file, ct);

    /// <summary>Its incidents, open first, then the latest.</summary>
    public async Task<IReadOnlyList<GetInstance.Trouble>> IncidentsAsync(InstanceFile file, CancellationToken ct)
    {
        var sees = user.SeesPersons();
        var masking = new Masking(file);
        var closers = file.Instance.Incidents.Select(i => Guid.TryParse(i.ClosedBy, out var id) ? new PersonId(id) : (PersonId?)null)
            .OfType<PersonId>().Distinct().ToList();
        var names = sees ? await db.People.Where(p => closers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct) : [];
        return
        [
            .. file.Instance.Incidents.OrderByDescending(i => i.IsOpen).ThenByDescending(i => i.At).Select(i => new GetInstance.Trouble(
                i.Id,
                i.Kind,
                file.StepAt(i.ActivityNodeId),
                i.Kind == IncidentKind.Fault ? masking.Show(i.Message) : i.Message,
                i.Exception?["type"]?.ToString(),
                i.At,
                i.IsOpen,
                i.ClosedAt,
                Guid.TryParse(i.ClosedBy, out var id) ? names.GetValueOrDefault(new PersonId(id)) : null,
                sees ? i.Resolution : null,
                [
                    .. (i.Waits ?? []).Select(w => new GetInstance.VainStep(
                        file.StepOf(w.ActivityId), w.Cause, [.. w.Missing.Select(file.StepOf)])),
                ],
                i is { IsOpen: true, Kind: not IncidentKind.Stuck },
                file.OpenStep(i.ActivityInstanceId)?.InstanceId)),
        ];
    }

    /// <summary>The steps that have begun and not ended, outermost first.</summary>
    public IReadOnlyList<GetInstance.OpenStep> Steps(InstanceFile file) =>
    [
        .. file.Instance.ActiveActivities().Where(a => a.NodeId != ActivityNode.WorkflowId).Select(a => Step(a, file)),
    ];

    /// <summary>Its inputs, then the variables of everything open.</summary>
    public IReadOnlyList<GetInstance.Variable> Variables(InstanceFile file)
    {
        var masking = new Masking(file);
        var declared = file.Document.Variables.Concat(file.Document.Nodes.SelectMany(n => n.Variables))
            .DistinctBy(v => v.Id).ToDictionary(v => v.Id);
        var may = user.Has(Role.Administrator);
        return
        [
            .. file.Instance.Input.Select(i => new GetInstance.Variable(
                "", i.Key, file.Document.Inputs.FirstOrDefault(d => d.Name == i.Key)?.TypeName ?? "", masking.Show(i.Value), false)),
            .. from variable in file.Instance.OpenVariables()
               let definition = declared.GetValueOrDefault(variable.VariableId)
               let shown = masking.Show(variable.Value)
               select new GetInstance.Variable(
                   variable.VariableId, definition?.Name ?? variable.VariableId, definition?.TypeName ?? "", shown, may && !shown.IsMasked),
        ];
    }

    // A flow used as a step is opened up to its own drawing only; what is inside is skipped with the step around it.
    private GetInstance.OpenStep Step(ActiveActivity active, InstanceFile file)
    {
        var node = file.NodeAt(active.NodeId);
        var outcomes = node is null ? [] : acts.OutcomesOf(node);
        IReadOnlyList<string> choices = outcomes.Count == 0 ? [""] : outcomes;
        var barred = choices.Select(o => (Outcome: o, Rule: node is null
            ? InterventionRules.OfficeDecides
            : Intervention.AgainstSkipping(acts.Of(node, o.Length == 0 ? null : o)))).ToList();
        return new GetInstance.OpenStep(
            active.InstanceId,
            file.StepAt(active.NodeId),
            active.Status,
            active.StartedAt,
            outcomes,
            [.. barred.Where(b => b.Rule is null).Select(b => b.Outcome)],
            barred.TrueForAll(b => b.Rule is not null) ? barred[0].Rule!.Code : null);
    }
}
