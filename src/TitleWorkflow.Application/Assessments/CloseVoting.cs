using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Both codes open the box: the ballots are counted together, shuffled and kept as plain choices (关闭表决).</summary>
public static class CloseVoting
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    /// <param name="DirectorCode">The code the presiding director drew.</param>
    /// <param name="SupervisorCode">The code the supervisor drew.</param>
    public sealed record Command(MeetingId Meeting, MeetingCaseId Case, string DirectorCode, string SupervisorCode)
        : IRequest, ICommand
    {
        string ICommand.Subject => Case.ToString();

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(CloseVoting);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DirectorCode).NotEmpty().MaximumLength(40);
            RuleFor(c => c.SupervisorCode).NotEmpty().MaximumLength(40);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, command.Meeting, ct);
            var @case = await db.FindCaseAsync(meeting, command.Case, ct);
            if (viewer != MeetingViewer.Office && (meeting.Presiding != user.Person || @case.IsRecused(user.Person)))
            {
                throw new NotFoundException();
            }

            // Both in one statement: a ballot cast between two would look like one too many.
            var box = await db.MeetingCases.Where(c => c.Id == @case.Id).Select(c => new
            {
                Ballots = db.SealedBallots.Where(b => b.Case == c.Id).ToList(),
                Receipts = db.BallotReceipts.Count(r => r.Case == c.Id),
            }).SingleAsync(ct);
            var opened = @case.CloseVoting(
                meeting, command.DirectorCode, command.SupervisorCode, box.Ballots, box.Receipts, clock.GetUtcNow(),
                await IsCappedAsync(@case.Declaration, ct));

            // A ballot cast since they were read keeps the box from going: then all of this starts again and counts it too.
            db.SealedBallots.RemoveRange(box.Ballots);
            db.OpenedBallots.AddRange(opened);
            db.HoldUnchanged(meeting);
        }

        private async Task<bool> IsCappedAsync(DeclarationId id, CancellationToken ct)
        {
            var about = await db.Declarations.Where(d => d.Id == id)
                .Select(d => new
                {
                    Rules = db.RuleSets.Single(r => r.Id == d.RuleSet),
                    Cap = db.Plans.Where(p => p.Id == d.Plan).Select(p => p.PassRateCap).FirstOrDefault(),
                    Again = db.Reexaminations.Any(r => r.Declaration == d.Id && r.Status == ReexaminationStatus.Upheld),
                    HasQuota = db.PostQuotas.Any(q => q.Plan == d.Plan && q.Employer == d.Employer),
                })
                .SingleAsync(ct);

            // What is assessed again is measured against posts, but no longer against a rate: that was settled among all.
            return about.HasQuota || (!about.Again && (about.Cap ?? about.Rules[Parameter.PassRateCap]) > 0);
        }
    }
}
