using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Declarations;

/// <summary>An applicant signs the truth commitment and hands the dossier in, first or after correction; the flow goes on.</summary>
public static class SubmitDeclaration
{
    /// <param name="Declaration">The case.</param>
    /// <param name="SignedName">The applicant's full name as typed under the truth commitment.</param>
    public sealed record Command(DeclarationId Declaration, string SignedName) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    /// <param name="ReceiptNumber">Number of the receipt (回执号); stays the same after a correction.</param>
    /// <param name="SubmittedAt">When.</param>
    /// <param name="SnapshotHash">SHA-256 over facts and evidence, lower-case hex.</param>
    public sealed record Result(string ReceiptNumber, DateTimeOffset SubmittedAt, string SnapshotHash);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.SignedName).NotEmpty().MaximumLength(60);
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, Numbers numbers, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        private static readonly string[] Forms = ["declaration", "correction"];

        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct, withEvidence: true);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
            var now = clock.GetUtcNow();
            declaration.Submit(
                plan.Form,
                new TruthCommitment(TruthCommitmentText.Chinese, command.SignedName.Trim(), now),
                plan.IsOpenOn(clock.Today()),
                declaration.ReceiptNumber ?? $"HZ-{plan.Year}-{await numbers.NextAsync($"receipt/{plan.Year}", ct):000000}",
                new Actor(null, user.Name),
                now);

            var score = await db.ScoreFileAsync(declaration, ct);
            score.Fix(plan.Standard, now);
            db.Keep(score);

            var task = await db.WorkItems.SingleOrDefaultAsync(
                w => w.Declaration == declaration.Id && w.Assignee == user.Person
                    && w.Status == WorkItemStatus.Open && Forms.Contains(w.Form),
                ct);
            WorkItemRules.StillOpen.Require(task is not null);
            task!.Complete("Submit", null, user.Person!.Value, now);
            return new Result(declaration.ReceiptNumber!, now, declaration.SnapshotHash!);
        }
    }
}
