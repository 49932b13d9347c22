using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Web.Studio;

/// <summary>Describes every type and version of step to the designer: one it has no description of would empty its canvas.</summary>
internal sealed class StepDescriptors(StudioWords words, StepInputs inputs)
{
    public IEnumerable<object> All(ActivityCatalog catalog, ListStepChoices.Result choices) =>
    [
        .. catalog.Descriptors.Select(step => Describe(step, choices, SubFlow(step, null, "workflowDefinitionId", "workflowDefinitionVersionId"))),
        .. StepPreset.All.Select(preset => Describe(Named(catalog, preset), choices, Settings(preset))),
    ];

    private object Describe(ActivityDescriptor step, ListStepChoices.Result choices, Dictionary<string, object> settings) => new
    {
        step.TypeName,
        step.Namespace,
        Name = words.Activity(step),
        step.Version,
        Category = words.Category(step.Category),
        DisplayName = words.Activity(step),
        Description = words.Description(step) ?? "",
        Inputs = step.Inputs.Select(input => inputs.Describe(step, input, choices)).ToList(),
        Outputs = step.Outputs.Select(output => new
        {
            output.Name,
            output.TypeName,
            DisplayName = words.Input(output.Name, output.DisplayName),
            Description = output.Description ?? "",
            IsBrowsable = true,
        }).ToList(),
        step.Kind,
        Ports = Ports(step).ToList(),
        CustomProperties = SubFlow(step, "RootType", "WorkflowDefinitionId", "WorkflowDefinitionVersionId"),
        ConstructionProperties = settings,
        step.IsContainer,
        IsBrowsable = step.IsBrowsable && !IsOfferedElsewhere(step),
        step.IsStart,
        step.IsTerminal,
    };

    // A task under another name; a step drawn with it brings the settings along.
    private static ActivityDescriptor Named(ActivityCatalog catalog, StepPreset preset) =>
        catalog.Find("TitleWorkflow." + nameof(HumanTask))! with { TypeName = preset.TypeName, Category = preset.Category };

    private static Dictionary<string, object> Settings(StepPreset preset) =>
        preset.Inputs.ToDictionary(input => input.Key, input => (object)input.Value);

    // Only flowcharts are drawn; a list or a parallel of steps is drawn as one.
    private static bool IsOfferedElsewhere(ActivityDescriptor step) => step.IsContainer;

    // A new step says which flow it stands for; the designer copies that into the drawing.
    private static Dictionary<string, object> SubFlow(ActivityDescriptor step, string? kind, string flow, string version)
    {
        var properties = new Dictionary<string, object>();
        if (step.Workflow is { } sub)
        {
            properties[flow] = sub.DefinitionId;
            properties[version] = sub.VersionId;
            if (kind is not null)
            {
                properties[kind] = "WorkflowDefinitionActivity";
            }
        }

        return properties;
    }

    private IEnumerable<object> Ports(ActivityDescriptor step)
    {
        foreach (var port in step.EmbeddedPorts)
        {
            yield return Port(port.Name, words.Port(port.Name), "Embedded", port.IsBrowsable);
        }

        // What a step's own document says is read off it by the designer.
        foreach (var outcome in step.HasOutcomesOfItsOwn ? [] : step.Outcomes)
        {
            yield return Port(outcome, words.Port(outcome), "Flow", true);
        }
    }

    private static object Port(string name, string displayName, string type, bool isBrowsable) =>
        new { Name = name, DisplayName = displayName, Type = type, IsBrowsable = isBrowsable };
}
