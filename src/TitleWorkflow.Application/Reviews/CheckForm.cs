using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Reviews;

/// <summary>
/// Employer check, peer appraisal, recommendation and every vetting hop: passed on, returned by section, or refused with reasons.
/// </summary>
internal sealed class CheckForm(TitleDb db, NoticeDesk notices) : ITaskForm
{
    /// <summary>What an authority uses that vets.</summary>
    public const string Vetting = "vetting";

    /// <summary>What a hop of the jurisdiction path uses that only passes on.</summary>
    public const string Forwarding = "forwarding";

    private const string Appraisal = "appraisal";

    public IReadOnlyList<string> Names { get; } = ["employer-check", Appraisal, "recommendation", Vetting, Forwarding];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (item, declaration, answer, actor, now) = task;
        switch (answer.Outcome)
        {
            case "Return":
                var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
                await db.Entry(declaration).Collection(d => d.Evidence).LoadAsync(ct);
                declaration.Return(answer.Sections ?? [], plan.Form, actor, now);
                break;
            case "Refuse":
                if (item.Form == Appraisal)
                {
                    // Who is not recommended reads how many were in favour.
                    declaration.Note(HistoryAct.Appraised, actor, now, TaskForms.FilledIn(task));
                }

                declaration.Refuse(answer.Comment ?? "", actor, now);
                await notices.TellAsync(
                    declaration.Applicant, "notice.refused", $"/declarations/{declaration.Id}", ct,
                    declaration.Number, actor.Office ?? "", answer.Comment ?? "");
                break;
            case "Recommend":
                declaration.Recommend(await db.IsObjectedToAsync(declaration.Id, ct), answer.Comment, actor, now);
                break;
            case "Favoured":
                declaration.Note(HistoryAct.Appraised, actor, now, TaskForms.Said(task));
                break;
            case "Pass" when item.Form == Forwarding:
                declaration.Note(HistoryAct.Forwarded, actor, now, answer.Comment);
                break;
            case "Pass":
                declaration.Note(HistoryAct.Passed, actor, now, answer.Comment);
                break;
            default:
                declaration.Note(HistoryAct.StepCompleted, actor, now, TaskForms.Note(task));
                break;
        }
    }

    // A hop may be skipped where its office is vacant; to send a case back or to end it is for that office alone.
    public StatutoryAct ActOf(string name, string outcome) =>
        name is Vetting or Forwarding && outcome is not ("Return" or "Refuse") ? StatutoryAct.None : StatutoryAct.Decision;
}
