using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>What a flow does about objections to a posted name: holds it, asks who investigates, lets go (异议核查).</summary>
internal sealed class Inquiry(TitleDb db, TaskDesk tasks, NoticeDesk notices, TimeProvider clock)
{
    /// <summary>The objection that was raised in this very unit of work.</summary>
    public PublicityObjection Raised(string id) => db.PublicityObjections.Local.Single(o => o.Id.ToString() == id);

    /// <summary>The objection that was handed on in this very unit of work.</summary>
    public PublicityObjection Referred(DeclarationId declaration) =>
        db.PublicityObjections.Local.Single(o => o.Declaration == declaration && o.Status == ObjectionStatus.Open);

    /// <summary>Holds the name; its bearer learns that there is an objection, not whose.</summary>
    public Task HoldAsync(Declaration declaration, PublicityNotice notice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var atEmployer = notice.Kind == PublicityKind.Employer;
        declaration.Enter(
            atEmployer ? DeclarationStatus.EmployerPublicityHeld : DeclarationStatus.ObjectionHold,
            atEmployer ? Stage.Review : Stage.Publicity,
            notice.Poster, null, now);
        declaration.Note(HistoryAct.ObjectionOpened, Actor.Clock, now);
        return notices.TellAsync(
            declaration.Applicant, "notice.objection-opened", $"/declarations/{declaration.Id}", ct, declaration.Number);
    }

    /// <summary>Asks whoever investigates for the finding.</summary>
    public async Task<WorkItem> AskAsync(
        string instance, string step, Declaration declaration, PublicityObjection objection, CancellationToken ct)
    {
        string[] outcomes = objection.InvestigatorRole == Domain.Organisations.Role.Supervisor
            ? [ObjectionForm.Dismiss, ObjectionForm.Uphold]
            : [ObjectionForm.Dismiss, ObjectionForm.Uphold, ObjectionForm.Refer];
        declaration.MoveDueOn(objection.DueOn!.Value);
        var item = await tasks.AskOfficeAsync(
            new WorkItemSpecification(
                instance, step, declaration.Heading(), declaration.Stage, ObjectionForm.Name, "异议核查", "Inquiry into an objection",
                outcomes, outcomes, objection.DueOn),
            objection.InvestigatorRole, objection.Investigator, ct);
        objection.GiveTo(item.Id);
        return item;
    }

    /// <summary>Whether an objection to the notice is still looked into.</summary>
    public async Task<bool> IsOpenAsync(PublicityNotice notice, CancellationToken ct) =>
        (await db.PublicityObjections.Where(o => o.Notice == notice.Id).ToListAsync(ct)).Exists(o => o.Status == ObjectionStatus.Open);

    /// <summary>The case ended: what else is open on it needs no finding any more.</summary>
    public async Task SettleAsync(DeclarationId declaration, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var objection in await db.PublicityObjections.Where(o => o.Declaration == declaration).ToListAsync(ct))
        {
            if (objection is { Status: ObjectionStatus.Open, Task: { } task })
            {
                await tasks.WithdrawAsync(task, ct);
            }

            objection.Settle(now);
        }
    }
}
