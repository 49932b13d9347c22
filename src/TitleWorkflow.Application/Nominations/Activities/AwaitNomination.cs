using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations.Activities;

/// <summary>
/// Waits until the enterprise's chairperson or technical lead has signed the nomination the declaration rests on (待举荐), and
/// puts the frozen letter into the dossier; goes on at once if it is signed already.
/// </summary>
[Activity("TitleWorkflow", "申报", "等待董事长或研发团队技术带头人署名举荐。", DisplayName = "署名举荐")]
[FlowNode("Signed")]
[Statutory(StatutoryAct.Signature)]
public sealed class AwaitNomination : Activity
{
    /// <summary>Creates the step; a cancelled one takes its task off the inbox.</summary>
    public AwaitNomination() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var nomination = await context.GetRequiredService<NominationDesk>().OfAsync(declaration.Id, ct);
        NominationRules.NominatedOnly.Require(nomination is not null);
        if (nomination!.SignedAt is not null)
        {
            await GoOnAsync(context, declaration, nomination);
            return;
        }

        var employer = await flow.OfficeAsync(declaration, OfficeScope.Employer, ct);
        declaration.Enter(DeclarationStatus.NominationPending, Stage.Declaration, employer.Id, null, flow.Now);
        var item = await context.GetRequiredService<TaskDesk>().AskOfficeAsync(
            new WorkItemSpecification(
                context.WorkflowExecutionContext.Id, context.Activity.Id, declaration.Heading(), Stage.Declaration,
                SignNomination.Form, context.NodeDisplayName, "Sign the nomination", ["Signed"], [], null),
            Role.Chairperson, employer.Id, ct);
        context.SetProperty("WorkItem", item.Id.ToString());
        context.CreateBookmark(new WorkItemDone(item.Id.Value), OnSignedAsync, includeActivityInstanceId: false);
    }

    private async ValueTask OnSignedAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var declaration = await context.GetRequiredService<FlowCase>().LoadAsync(context, ct);
        var nomination = await context.GetRequiredService<NominationDesk>().OfAsync(declaration.Id, ct);
        await GoOnAsync(context, declaration, nomination!);
    }

    private static async ValueTask GoOnAsync(ActivityExecutionContext context, Declaration declaration, Nomination nomination)
    {
        var ct = context.CancellationToken;
        var db = context.GetRequiredService<TitleDb>();
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
        if (plan.Form.Find(NominationLetter.Section) is { IsGiven: true } section)
        {
            var signatory = db.LetterSignatures.Local.FirstOrDefault(s => s.Nomination == nomination.Id)?.Name
                ?? await db.LetterSignatures.Where(s => s.Nomination == nomination.Id).OrderByDescending(s => s.At)
                    .Select(s => s.Name).FirstAsync(ct);
            declaration.Give(section, NominationLetter.Facts(nomination, signatory));
        }

        await context.CompleteActivityWithOutcomesAsync("Signed");
    }

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        if (context.IsSelf && context.Receiver.GetProperty<string>("WorkItem") is { } item)
        {
            await context.Receiver.GetRequiredService<TaskDesk>()
                .WithdrawAsync(new WorkItemId(Guid.Parse(item)), context.CancellationToken);
        }
    }
}
