using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>Eligibility check by the organising unit: accept, issue the one-time notice, or refuse with reasons.</summary>
internal sealed class EligibilityForm(TitleDb db, OfficialCalendar calendar, NoticeDesk notices) : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = ["eligibility"];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (_, declaration, answer, actor, now) = task;
        var link = $"/declarations/{declaration.Id}";
        switch (answer.Outcome)
        {
            case "Supplement":
                var rules = await db.RuleSets.SingleAsync(r => r.Id == declaration.RuleSet, ct);
                var earlier = await db.SupplementNotices.SingleOrDefaultAsync(n => n.Declaration == declaration.Id, ct);
                var notice = SupplementNotice.Issue(
                    declaration.Id, earlier, answer.Items ?? [], rules[Parameter.SupplementDays],
                    await calendar.GetAsync(ct), now);
                db.SupplementNotices.Add(notice);
                declaration.Note(HistoryAct.SupplementIssued, actor, now, $"{notice.Items.Count}");
                string[] values = [declaration.Number, $"{notice.Items.Count}", notice.DueOn.ToString("yyyy-MM-dd")];
                await notices.TellAsync(declaration.Applicant, "notice.supplement", link, ct, values);
                await notices.TellHoldersAsync(Role.EmployerHr, declaration.Employer, "notice.supplement", link, ct, values);
                break;
            case "Refuse":
                declaration.Refuse(answer.Comment ?? "", actor, now);
                await notices.TellAsync(
                    declaration.Applicant, "notice.refused", link, ct,
                    declaration.Number, actor.Office ?? "", answer.Comment ?? "");
                break;
            case "Accept":
                CommitteeRules.NotWithdrawn.Require(
                    !await db.Committees.AnyAsync(c => c.Id == declaration.Committee && c.WithdrawnOn != null, ct));
                declaration.Note(HistoryAct.Passed, actor, now, answer.Comment);
                break;
            default:
                declaration.Note(HistoryAct.StepCompleted, actor, now, TaskForms.Note(task));
                break;
        }
    }
}
