using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>
/// The director who presided signs the result table with the password; only now do the results take effect and every flow of
/// a decided case goes on (签署评审结果).
/// </summary>
public static class SignResults
{
    /// <summary>The form of the work items a signature completes.</summary>
    public const string Form = "signature";

    private const string Signed = "Signed";

    /// <param name="Meeting">The meeting; it must be closed.</param>
    /// <param name="Password">The signer's password, typed again.</param>
    public sealed record Command(MeetingId Meeting, string Password) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Meeting.ToString();

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(SignResults);
    }

    /// <param name="ResultHash">SHA-256 of what the minutes rest on, lower-case hex: the seal.</param>
    public sealed record Result(string ResultHash);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, IPasswordCheck passwords, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var signer = user.Person!.Value;

            // Before anything is read: the check writes down failed attempts.
            var isRight = await passwords.IsRightAsync(signer, command.Password);
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Member, ct);
            AssessmentSliceRules.StepUp.Require(isRight);

            var now = clock.GetUtcNow();
            var facts = await MinutesFacts.ReadAsync(db, meeting, ct);
            meeting.Sign(signer, facts.Cases, now, facts.RunOffs, facts.Sheets);
            foreach (var @case in facts.Cases)
            {
                db.HoldUnchanged(@case);
            }

            var decided = facts.Cases.Where(c => c.Status == MeetingCaseStatus.Decided).Select(c => c.Declaration).ToList();
            var waiting = await db.WorkItems
                .Where(w => w.Form == Form && w.Status == WorkItemStatus.Open && decided.Contains(w.Declaration))
                .ToListAsync(ct);

            // Each task went to whoever presided over its vote; the one signature, of who presided last, ends them all.
            waiting.ForEach(w => w.Complete(Signed, null, w.Assignee ?? signer, now));
            journal.Detail = meeting.ResultHash!;
            return new Result(meeting.ResultHash!);
        }
    }
}
