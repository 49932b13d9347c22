using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office assigns at least three members of the committee to read a dossier (分派评议).</summary>
internal sealed class GroupAssignmentForm(TitleDb db, TimeProvider clock) : ITaskForm
{
    public IReadOnlyList<string> Names { get; } = ["group-assignment"];

    public async Task ApplyAsync(TaskAnswer task, CancellationToken ct)
    {
        var (_, declaration, answer, actor, now) = task;
        var committee = await db.Committees.SingleAsync(c => c.Id == declaration.Committee, ct);
        db.HoldUnchanged(committee);
        var rules = await db.RuleSets.SingleAsync(r => r.Id == declaration.RuleSet, ct);
        var members = committee.Members.Select(m => m.Person).ToHashSet();
        var minimum = rules[Parameter.GroupMinimumExperts];
        if (declaration.Status == DeclarationStatus.UnderGroupReview)
        {
            // Readers were lost on the way: the others go on, and so do their sheets.
            var left = (await db.LeftAsync([declaration.Id], ct))[declaration.Id];
            AssessmentRules.NotRecused.Require(!left.Any(r => answer.Experts?.Contains(r.Person) == true));
            var review = await db.StandingReviews(declaration.Id).FirstAsync(ct);
            review.Complete(declaration, answer.Experts ?? [], members, minimum);
        }
        else
        {
            var @case = (await new AssignmentFacts(db, clock).CasesAsync(committee, [declaration.Id], ct)).Single();
            @case.RequireNoConflict(answer.Experts ?? []);
            db.GroupReviews.Add(GroupReview.Assign(declaration, answer.Experts ?? [], members, minimum, now));
        }

        // Names of experts are told to nobody, so history names the office alone.
        declaration.Note(HistoryAct.GroupAssigned, actor with { Name = null }, now);
    }
}
