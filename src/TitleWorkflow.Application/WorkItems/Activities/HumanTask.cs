using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Reviews;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.WorkItems.Activities;

/// <summary>Asks a person or an office to do something and goes on along the outcome they choose.</summary>
[Activity("TitleWorkflow", "人工办理", "请某个角色办理，按所选结果继续。", DisplayName = "人工办理")]
[FlowNode(OutcomesFrom = nameof(Outcomes))]
public sealed class HumanTask : Activity
{
    /// <summary>Creates the step; a cancelled one takes its task off the inbox.</summary>
    public HumanTask() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <summary>Role identifier, such as TownOfficer.</summary>
    [Input(DisplayName = "角色")] public Input<string> Role { get; set; } = new("");

    /// <summary>Whose office: Applicant, Employer, Town, District, City, OrganisingUnit or Committee.</summary>
    [Input(DisplayName = "组织范围")] public Input<string> Scope { get; set; } = new("");

    /// <summary>Which page and which verbs the task uses.</summary>
    [Input(DisplayName = "表单")] public Input<string> Form { get; set; } = new("general");

    /// <summary>What may come out; each is a port.</summary>
    [Input(DisplayName = "办理结果", UIHint = "dynamic-outcomes")]
    public Input<ICollection<string>> Outcomes { get; set; } = new(["Done"]);

    /// <summary>Outcomes that need a reason.</summary>
    [Input(DisplayName = "须填理由的结果")]
    public Input<ICollection<string>> ReasonOutcomes { get; set; } = new([]);

    /// <summary>Time allowed, in working days, the day of arrival not counted; 0 for none.</summary>
    [Input(DisplayName = "办理期限（工作日）")] public Input<int> DueWorkingDays { get; set; } = new(0);

    /// <summary>
    /// Whether the step is a hop of the jurisdiction path: the rule set says whether the authority vets, only passes on by the first
    /// outcome, or is skipped, which goes on along the first outcome.
    /// </summary>
    [Input(DisplayName = "管辖路径层级", Description = "由规则集决定：审核、转报或不经办；不经办时按第一个结果继续。")]
    public Input<bool> Hop { get; set; } = new(false);

    /// <summary>Role that is told when the time is over and the task is not done; empty for nobody.</summary>
    [Input(DisplayName = "超期上报角色")] public Input<string> EscalateTo { get; set; } = new("");

    /// <summary>Whose office that role is held at; empty for the task's own.</summary>
    [Input(DisplayName = "超期上报范围")] public Input<string> EscalateScope { get; set; } = new("");

    /// <summary>Status the declaration takes; empty to leave it.</summary>
    [Input(DisplayName = "申报状态")] public Input<string> Status { get; set; } = new("");

    /// <summary>Stage the step belongs to.</summary>
    [Input(DisplayName = "阶段")] public Input<string> Stage { get; set; } = new("Review");

    /// <summary>What else is asked for, a line each, as <see cref="TaskField.Read"/> reads it.</summary>
    [Input(DisplayName = "填写项", Description = "每行一项：名称 | 英文名称 | 类型 | 必填。类型：text、number、date、yesno、choice: 甲, 乙。只有名称必写。", UIHint = "multitext")]
    public Input<ICollection<string>> Fields { get; set; } = new([]);

    /// <summary>What was filled in, by label.</summary>
    [Output(DisplayName = "填写内容")] public Output<object>? Answers { get; set; }

    /// <summary>Name of the step on English pages.</summary>
    [Input(DisplayName = "英文名称")] public Input<string> EnglishName { get; set; } = new("");

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var desk = context.GetRequiredService<TaskDesk>();
        var declaration = await flow.LoadAsync(context, ct);
        var scope = Enum.Parse<OfficeScope>(context.Get(Scope)!);
        var stage = Enum.Parse<Stage>(context.Get(Stage)!);
        var mode = context.Get(Hop) ? await flow.HopAsync(declaration, Enum.Parse<OrganisationKind>($"{scope}"), ct) : HopMode.Vet;
        if (mode == HopMode.Skip)
        {
            await context.CompleteActivityWithOutcomesAsync(context.Get(Outcomes)!.First());
            return;
        }

        var due = await desk.DueAsync(context.Get(DueWorkingDays), ct);
        var specification = new WorkItemSpecification(
            context.WorkflowExecutionContext.Id,
            context.Activity.Id,
            declaration.Heading(),
            stage,
            mode == HopMode.Forward ? CheckForm.Forwarding : context.Get(Form)!,
            context.NodeDisplayName,
            context.Get(EnglishName) is { Length: > 0 } english ? english : null,
            [.. mode == HopMode.Forward ? context.Get(Outcomes)!.Take(1) : context.Get(Outcomes)!],
            [.. mode == HopMode.Forward ? [] : context.Get(ReasonOutcomes)!],
            due)
        {
            Fields = [.. (context.Get(Fields) ?? []).Select(line => TaskField.Read(line)
                ?? throw new FormatException($"“{line}” is no field of a task."))],
        };
        var role = Enum.Parse<Role>(context.Get(Role)!);
        var office = scope == OfficeScope.Applicant ? null : await flow.OfficeAsync(declaration, scope, ct);
        if (context.Get(Status) is { Length: > 0 } status)
        {
            declaration.Enter(Enum.Parse<DeclarationStatus>(status), stage, office?.Id, due, flow.Now);
        }

        var item = office is null
            ? await desk.AskPersonAsync(specification, role, declaration.Applicant, declaration.Number, ct)
            : await desk.AskOfficeAsync(specification, role, office.Id, ct);
        if (context.Get(EscalateTo) is { Length: > 0 } above)
        {
            var place = context.Get(EscalateScope) is { Length: > 0 } named ? Enum.Parse<OfficeScope>(named) : scope;
            await desk.EscalateAsync(item, Enum.Parse<Role>(above), (await flow.OfficeAsync(declaration, place, ct)).Id, ct);
        }

        context.SetProperty("WorkItem", item.Id.ToString());
        context.CreateBookmark(new WorkItemDone(item.Id.Value), OnDoneAsync, includeActivityInstanceId: false);
    }

    private ValueTask OnDoneAsync(ActivityExecutionContext context)
    {
        context.Set(Answers, context.GetWorkflowInput<object>("Values"));
        return context.CompleteActivityWithOutcomesAsync(context.GetWorkflowInput<string>("Outcome")!);
    }

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        // A cancelled step signals its ancestors too; only the step itself takes its task away.
        if (context.IsSelf && context.Receiver.GetProperty<string>("WorkItem") is { } item)
        {
            await context.Receiver.GetRequiredService<TaskDesk>()
                .WithdrawAsync(new WorkItemId(Guid.Parse(item)), context.CancellationToken);
        }
    }
}
