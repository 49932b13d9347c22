using System.Text.Json.Nodes;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>
/// A task that designers draw often (常用环节), offered as a step of its own. It only lives at the drawing board: what is drawn
/// with it is saved as an ordinary task with these settings, so that nothing else ever meets it.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Category">The group it is offered in.</param>
/// <param name="Form">The form.</param>
/// <param name="Role">Who does it.</param>
/// <param name="Scope">Whose office.</param>
/// <param name="Status">Status the declaration takes.</param>
/// <param name="Stage">Stage it belongs to.</param>
/// <param name="Outcomes">What may come out.</param>
/// <param name="WithReason">Outcomes that need a reason.</param>
/// <param name="DueWorkingDays">Time allowed; 0 for none.</param>
public sealed record StepPreset(
    string Name,
    string Category,
    string Form,
    Role Role,
    OfficeScope Scope,
    DeclarationStatus Status,
    Stage Stage,
    string[] Outcomes,
    string[] WithReason,
    int DueWorkingDays)
{
    private const string Task = "TitleWorkflow." + nameof(HumanTask);

    /// <summary>All that are offered.</summary>
    public static IReadOnlyList<StepPreset> All { get; } =
    [
        new("Declare", "申报", "declaration", Role.Applicant, OfficeScope.Applicant, DeclarationStatus.Draft, Stage.Declaration,
            ["Submit"], [], 0),
        new("Correct", "申报", "correction", Role.Applicant, OfficeScope.Applicant, DeclarationStatus.Returned, Stage.Review,
            ["Submit"], [], 10),
        new("EmployerCheck", "审核", "employer-check", Role.EmployerHr, OfficeScope.Employer, DeclarationStatus.EmployerChecking, Stage.Review,
            ["Pass", "Return", "Refuse"], ["Return", "Refuse"], 5),
        new("Recommend", "审核", "recommendation", Role.EmployerHr, OfficeScope.Employer, DeclarationStatus.EmployerPublicity, Stage.Review,
            ["Recommend", "Refuse"], ["Refuse"], 5),
        new("Vet", "审核", "vetting", Role.DistrictOfficer, OfficeScope.District, DeclarationStatus.Vetting, Stage.Review,
            ["Pass", "Return", "Refuse"], ["Return", "Refuse"], 10),
        new("CheckEligibility", "审核", "eligibility", Role.OrganisingOfficer, OfficeScope.OrganisingUnit, DeclarationStatus.EligibilityCheck,
            Stage.Review, ["Accept", "Supplement", "Refuse"], ["Refuse"], 10),
        new("DrawExperts", "评审", "expert-draw", Role.CommitteeOffice, OfficeScope.Committee, DeclarationStatus.CommitteeFormed,
            Stage.Assessment, ["Drawn"], [], 10),
        new("AssignGroup", "评审", "group-assignment", Role.CommitteeOffice, OfficeScope.Committee, DeclarationStatus.CommitteeFormed,
            Stage.Assessment, ["Assign"], [], 0),
        new("PostResult", "公示", "result-posting", Role.OrganisingOfficer, OfficeScope.OrganisingUnit, DeclarationStatus.Passed,
            Stage.Assessment, ["Post"], [], 0),
        new("Confirm", "备案", "confirmation", Role.CityOfficer, OfficeScope.City, DeclarationStatus.Confirming, Stage.Filing,
            ["Confirm"], [], 0),
    ];

    /// <summary>The type a drawing says until it is saved.</summary>
    public string TypeName => $"{Task}.{Name}";

    /// <summary>What an input is set to, as a drawing writes it; by the input's name in a document.</summary>
    public IReadOnlyDictionary<string, JsonObject> Inputs => new Dictionary<string, JsonObject>
    {
        ["form"] = Literal("String", Form),
        ["role"] = Literal("String", $"{Role}"),
        ["scope"] = Literal("String", $"{Scope}"),
        ["status"] = Literal("String", $"{Status}"),
        ["stage"] = Literal("String", $"{Stage}"),
        ["outcomes"] = List(Outcomes),
        ["reasonOutcomes"] = List(WithReason),
        ["dueWorkingDays"] = Literal("Int32", DueWorkingDays),
    };

    /// <summary>A drawing in which every step drawn with one of these is an ordinary task; what the designer has set stays.</summary>
    public static WorkflowDocument Settle(WorkflowDocument drawn)
    {
        var copy = WorkflowDocument.Parse(drawn.ToJson());
        var steps = copy.Nodes.Select(node => (node, Preset: All.FirstOrDefault(p => p.TypeName == node.Type))).Where(s => s.Preset is not null).ToList();
        foreach (var (node, preset) in steps)
        {
            node.Json["type"] = Task;
            node.Json["version"] = 1;
            foreach (var (name, value) in preset!.Inputs.Where(i => node.Json[i.Key] is null))
            {
                node.Json[name] = value;
            }

            // Afterwards it would be called a task like any other.
            if (node.Metadata["displayText"]?.ToString() is not { Length: > 0 } && node.Name is { Length: > 0 } called)
            {
                var metadata = (JsonObject)node.Metadata.DeepClone();
                metadata["displayText"] = called.TrimEnd([.. "0123456789"]);
                node.Json["metadata"] = metadata;
            }
        }

        return steps.Count == 0 ? drawn : WorkflowDocument.Parse(copy.ToJson());
    }

    private static JsonObject Literal(string type, JsonNode value) => Input(type, "Literal", value);

    private static JsonObject List(string[] items) =>
        Input("ICollection<String>", "Object", new JsonArray([.. items.Select(i => (JsonNode)i)]).ToJsonString());

    private static JsonObject Input(string type, string kind, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value },
        ["memoryReference"] = null,
    };
}
