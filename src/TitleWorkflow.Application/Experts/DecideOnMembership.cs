using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>What the organising unit may decide on a member of its pool.</summary>
public enum MembershipDecision
{
    /// <summary>Suspend (暂停).</summary>
    Suspend,

    /// <summary>Let serve again (恢复).</summary>
    Resume,

    /// <summary>Evaluate the service (评价).</summary>
    Evaluate,

    /// <summary>Remove (解聘).</summary>
    Remove,

    /// <summary>Record a training attended (培训).</summary>
    Train,
}

/// <summary>The organising unit suspends, resumes, evaluates, trains or removes a member of its pool, and says why.</summary>
public static class DecideOnMembership
{
    /// <param name="Expert">Who.</param>
    /// <param name="Decision">What.</param>
    /// <param name="Reason">Why; the finding of an evaluation, what was taught in a training.</param>
    public sealed record Command(PersonId Expert, MembershipDecision Decision, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Expert.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Decision).IsInEnum();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, MembershipDesk desk, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var expert = await db.FindExpertAsync(user, command.Expert, ct);
            Action<string, string, DateTimeOffset> decide = command.Decision switch
            {
                MembershipDecision.Suspend => expert.Suspend,
                MembershipDecision.Resume => expert.Resume,
                MembershipDecision.Evaluate => expert.Evaluate,
                MembershipDecision.Train => expert.Train,
                _ => expert.Remove,
            };
            decide(command.Reason, user.Name, clock.GetUtcNow());
            if (Notice(command.Decision) is { } notice)
            {
                await desk.TellAsync(MembershipParty.Member, expert, notice, ct, command.Reason.Trim());
            }

            journal.Detail = $"{command.Decision}: {command.Reason}";
        }

        // What is kept on record only is not news to the person.
        private static string? Notice(MembershipDecision decision) => decision switch
        {
            MembershipDecision.Suspend => "notice.expert-suspended",
            MembershipDecision.Resume => "notice.expert-resumed",
            MembershipDecision.Remove => "notice.expert-removed",
            _ => null,
        };
    }
}
