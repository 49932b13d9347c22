using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// The organising unit's finding on a request for re-examination (复查结论). Who should have left the case is named to nobody but
/// the unit, and the finding is noted in the evaluation of whoever is in the pool.
/// </summary>
internal sealed class ReexaminationForm(TitleDb db, NoticeDesk notices) : ITaskForm
{
    /// <summary>The name of the form.</summary>
    public const string Name = "reexamination";

    /// <summary>The request is right.</summary>
    public const string Uphold = "Uphold";

    /// <summary>The result stands.</summary>
    public const string Dismiss = "Dismiss";

    public IReadOnlyList<string> Names { get; } = [Name];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (_, declaration, answer, actor, now) = task;
        var request = await db.Reexaminations
            .SingleAsync(r => r.Declaration == declaration.Id && r.Status == ReexaminationStatus.Open, ct);
        if (answer.Outcome == Uphold)
        {
            await UpholdAsync(request, task, ct);
        }
        else
        {
            request.Dismiss(declaration, answer.Comment, actor, now);
        }

        await notices.TellAsync(
            declaration.Applicant,
            answer.Outcome == Uphold ? "notice.reexamination-upheld" : "notice.reexamination-dismissed",
            $"/declarations/{declaration.Id}/reexamination", ct, declaration.Number, request.Finding!);
    }

    private async Task UpholdAsync(Reexamination request, TaskAnswer task, CancellationToken ct)
    {
        var (_, declaration, answer, actor, now) = task;
        var named = answer.Experts ?? [];
        DeclarationRules.OneLivePerYear.Require(!await db.Declarations.AnyAsync(
            d => d.Id != declaration.Id && d.IsLive && d.Applicant == declaration.Applicant
                && d.Year == declaration.Year && d.Level == declaration.Level,
            ct));
        var vote = await db.MeetingCases.SingleAsync(c => c.Declaration == declaration.Id && c.IsLive, ct);
        request.Uphold(
            declaration, vote, await db.TookPartAsync(declaration.Id, ct), [.. named.Distinct()], answer.Comment, actor, now);
        foreach (var expert in await db.Experts.Where(e => named.Contains(e.Person)).ToListAsync(ct))
        {
            if (expert.State is ExpertState.Appointed or ExpertState.Suspended)
            {
                expert.Evaluate($"{declaration.Number}：应当回避而未回避。{request.Finding}", actor.Name ?? "", now);
            }
        }
    }
}
