using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class InterventionTests
{
    private const string Vacant = "镇街经办岗位空缺";

    [SkippableTheory, Databases]
    public async Task A_hop_is_skipped_when_a_second_person_approves_and_its_task_is_closed(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var asked = await product.SendAs("admin", await product.SkipOf("town", instance, "Pass"));

        await product.SendAs("supervisor", new ApproveIntervention.Command(asked.Intervention));

        var items = await product.ReadAsync(db => db.WorkItems.Where(w => w.ActivityId == "town" || w.ActivityId == "district")
            .OrderBy(w => w.Id).Select(w => new { w.ActivityId, w.Status }).ToListAsync());
        Assert.Equal([("town", WorkItemStatus.Cancelled), ("district", WorkItemStatus.Open)], items.Select(i => (i.ActivityId, i.Status)));
        var line = await product.ReadAsync(db => db.History.SingleAsync(h => h.Act == HistoryAct.StepSkipped));
        Assert.Equal($"镇街审核：{Vacant}", line.Note);
        var step = (await product.SendAs("admin", new GetInstance.Query(instance))).Picture.Steps.Single(s => s.Id == "town");
        Assert.Equal(Application.Workflows.GetFlowPicture.StepState.Skipped, step.State);
        Assert.Equal(("done", $"Skip {instance} 镇街审核: {Vacant}"), await product.ReadAsync(db => db.Audit
            .Where(a => a.Action == "Instances.ApproveIntervention").Select(a => new ValueTuple<string, string>(a.Outcome, a.Detail)).SingleAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Until_a_second_person_decides_nothing_happens_and_everybody_sees_it_pending(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var asked = await product.SendAs("admin", await product.SkipOf("town", instance, "Pass"));

        await Refused.With(
            InterventionRules.SecondPerson, () => product.SendAs("admin", new ApproveIntervention.Command(asked.Intervention)));
        await Refused.With(
            InterventionRules.OneAtATime, async () => await product.SendAs("admin", new RequestCancel.Command(instance, "重复立案")));

        Assert.Equal(WorkItemStatus.Open, await product.ReadAsync(db => db.WorkItems.Where(w => w.ActivityId == "town").Select(w => w.Status).SingleAsync()));
        var seen = (await product.SendAs("supervisor", new ListInterventions.Query(Pending: true))).Items.Single();
        Assert.Equal(("季清和", Vacant, true), (seen.RequestedBy, seen.Reason, seen.MayDecide));
        Assert.Equal(InterventionStatus.Pending, (await product.SendAs("auditor", new GetInstance.Query(instance))).Interventions.Single().Status);
        Assert.Equal(1, await product.ReadAsync(db => db.Notices.CountAsync(
            n => n.Person == DemoPeople.Id("supervisor") && n.Text == "notice.skip-requested")));
    }

    [SkippableTheory, Databases]
    public async Task A_declined_request_changes_nothing_and_says_why(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var asked = await product.SendAs("admin", await product.SkipOf("town", instance, "Pass"));

        await product.SendAs("supervisor", new DeclineIntervention.Command(asked.Intervention, "请先指定代理人"));

        await Refused.With(
            InterventionRules.StillPending, () => product.SendAs("supervisor", new ApproveIntervention.Command(asked.Intervention)));
        var seen = await product.SendAs("admin", new GetIntervention.Query(asked.Intervention));
        Assert.Equal((InterventionStatus.Declined, "石砺", "请先指定代理人"), (seen.Status, seen.DecidedBy, seen.Remark));
        await product.SendAs("admin", new RequestCancel.Command(instance, "重复立案"));
    }

    [SkippableTheory, Databases]
    public async Task A_request_taken_back_is_gone_and_another_can_be_made(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var asked = await product.SendAs("admin", await product.SkipOf("town", instance, "Pass"));

        await Refused.With(
            InterventionRules.OwnRequest, () => product.SendAs("supervisor", new TakeBackIntervention.Command(asked.Intervention)));
        await product.SendAs("admin", new TakeBackIntervention.Command(asked.Intervention));

        Assert.Empty((await product.SendAs("supervisor", new ListInterventions.Query(Pending: true))).Items);
        await product.SendAs("admin", await product.SkipOf("town", instance, "Pass"));
    }

    [SkippableTheory, Databases]
    public async Task A_request_overtaken_by_the_flow_is_not_carried_out(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();
        var asked = await product.SendAs("admin", await product.SkipOf("town", instance, "Pass"));
        await product.CompleteAsync("town", "town", "Pass");

        await Refused.With(
            InstanceRules.StepOpen, () => product.SendAs("supervisor", new ApproveIntervention.Command(asked.Intervention)));

        Assert.Equal(InterventionStatus.Pending, (await product.SendAs("admin", new GetIntervention.Query(asked.Intervention))).Status);
    }

    [SkippableTheory, Databases]
    public async Task Neither_an_outcome_that_is_not_drawn_nor_a_decision_of_the_office_is_chosen_for_it(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtTheTownAsync();

        await Refused.With(InstanceRules.OutcomeDrawn, async () => await product.SendAs("admin", await product.SkipOf("town", instance, "Maybe")));
        await Refused.With(InterventionRules.OfficeDecides, async () => await product.SendAs("admin", await product.SkipOf("town", instance, "Refuse")));
        await Refused.With(InterventionRules.OfficeDecides, async () => await product.SendAs("admin", await product.SkipOf("town", instance, "Return")));
    }

    [SkippableTheory, Databases]
    public async Task Neither_the_applicants_act_nor_a_publicity_period_is_made_up(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var draft = (await product.SendAs("applicant", new Application.Declarations.StartDeclaration.Command(DemoCity.Plan))).Declaration;
        var shown = (await product.SendAs("admin", new GetInstance.Query(draft.ToString()))).Steps.Single(s => s.Step.Id == "declare");
        await Refused.With(
            InterventionRules.ApplicantActs, async () => await product.SendAs("admin", await product.SkipOf("declare", draft.ToString(), null)));
        Assert.Equal((InterventionRules.ApplicantActs.Code, 0), (shown.Against, shown.Skippable.Count));

        await product.SendAs("applicant", new Application.Declarations.WithdrawDeclaration.Command(draft));
        var posted = await product.AtEmployerPublicityAsync();

        await Refused.With(
            InterventionRules.PublicityRunsOut, async () => await product.SendAs("admin", await product.SkipOf("employerPublicity", posted, "Clear")));
    }

    [SkippableTheory, Databases]
    public async Task A_terminated_case_ends_everywhere_in_one_commit(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var instance = await product.AtEmployerPublicityAsync();
        var asked = await product.SendAs("admin", new RequestCancel.Command(instance, "重复立案"));

        await product.SendAs("supervisor", new ApproveIntervention.Command(asked.Intervention));

        var declaration = await product.ReadAsync(db => db.Declarations.SingleAsync());
        Assert.Equal((DeclarationStatus.Cancelled, "重复立案", false), (declaration.Status, declaration.EndReason, declaration.IsLive));
        Assert.Equal(PublicityStatus.TakenDown, await product.ReadAsync(db => db.PublicityNotices.Select(n => n.Status).SingleAsync()));
        Assert.Equal(0, await product.ReadAsync(db => db.WorkflowBookmarks.CountAsync()));
        var row = await product.ReadAsync(db => db.WorkflowInstances.SingleAsync());
        Assert.Equal(nameof(WorkflowSubStatus.Cancelled), row.SubStatus);
        Assert.Equal(2, await product.ReadAsync(db => db.Notices.CountAsync(n => n.Text == "notice.terminated")));
        await Refused.With(InstanceRules.NotOver, async () => await product.SendAs("admin", new RequestCancel.Command(instance, "再次")));
    }

    [SkippableTheory, Databases]
    public async Task A_failed_script_may_be_skipped_along_its_way(DatabaseProvider database)
    {
        var (product, declaration) = await Flows.HaltedAsync(database);
        await using var _ = product;
        var asked = await product.SendAs("admin", await product.SkipOf("gate", declaration.ToString(), null));

        await product.SendAs(Sender.Of("auditor").Holding(Domain.Organisations.Role.Administrator, "qingtan"), new ApproveIntervention.Command(asked.Intervention));

        var file = await product.SendAs("admin", new GetInstance.Query(declaration.ToString()));
        Assert.Equal((ListInstances.State.Running, null, false), (file.Summary.State, file.Summary.Trouble, file.Incidents[0].IsOpen));
        Assert.Equal(["declare"], await product.ReadAsync(db => db.WorkItems.Select(w => w.ActivityId).ToListAsync()));
    }
}
