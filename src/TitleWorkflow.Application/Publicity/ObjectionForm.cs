using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Publicity;

/// <summary>
/// The finding on an objection to a posted name (异议核查结论): dismissed, upheld, or handed to the supervisor by an office that is
/// concerned itself. The applicant reads the finding, never who objected.
/// </summary>
internal sealed class ObjectionForm(TitleDb db, Jurisdiction jurisdiction, NoticeDesk notices, ICurrentUser user) : ITaskForm
{
    /// <summary>The name of the form.</summary>
    public const string Name = "objection";

    /// <summary>The name goes on.</summary>
    public const string Dismiss = "Dismiss";

    /// <summary>The name is withdrawn.</summary>
    public const string Uphold = "Uphold";

    /// <summary>The supervisor looks into it.</summary>
    public const string Refer = "Refer";

    public IReadOnlyList<string> Names { get; } = [Name];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (item, declaration, answer, actor, now) = task;
        var objection = await db.PublicityObjections.SingleAsync(o => o.Task == item.Id, ct);
        var isConcerned = declaration.Applicant == user.Person;
        switch (answer.Outcome)
        {
            case Refer:
                var supervision = await jurisdiction.SupervisionAsync(objection.Investigator, ct);
                objection.Refer(new Investigator(Role.Supervisor, supervision.Id), answer.Comment);
                return;
            case Uphold:
                var notice = await db.PublicityNotices.SingleAsync(n => n.Id == objection.Notice, ct);
                objection.Uphold(declaration, notice, answer.Comment, isConcerned, actor, now);
                break;
            default:
                objection.Dismiss(declaration, answer.Comment, isConcerned, actor, now);
                break;
        }

        await notices.TellAsync(
            declaration.Applicant,
            answer.Outcome == Uphold ? "notice.objection-upheld" : "notice.objection-dismissed",
            $"/declarations/{declaration.Id}", ct, declaration.Number, objection.Finding!);
    }
}
