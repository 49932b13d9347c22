using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Channels;

/// <summary>
/// An applicant whom the adviser sends to an officer asks for the decision (申请人工认定); facts and rule set version are kept as they are.
/// </summary>
public static class AskForDecision
{
    /// <param name="Region">Whose rule sets; null for the first.</param>
    /// <param name="Year">Plan year; null for the present one.</param>
    /// <param name="Channel">Which channel.</param>
    /// <param name="Facts">What is known of the applicant.</param>
    public sealed record Command(string? Region, int? Year, Channel Channel, ApplicantFacts Facts) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Channel.ToString();
    }

    /// <param name="Decision">The decision asked for.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Result(ManualDecisionId Decision, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Facts).NotNull();
            RuleFor(c => c.Year).InclusiveBetween(2000, 2100);
            RuleFor(c => c.Channel).IsInEnum();
        }
    }

    internal sealed class Handler(
        TitleDb db, ISender sender, ICurrentUser user, NoticeDesk notices, Numbers numbers, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var me = user.Person!.Value;
            var answer = await sender.Send(new AdviseChannels.Query(command.Region, command.Year, command.Facts), ct);
            var advice = answer.Advice!.Channels.FirstOrDefault(c => c.Channel == command.Channel) ?? throw new NotFoundException();
            var office = await OfficeAsync(command.Facts, ct);
            var decision = ManualDecision.Ask(
                $"RD-{answer.Year}-{await numbers.NextAsync($"decision/{answer.Year}", ct):0000}", me, office, answer.Year, advice,
                command.Facts, await db.ManualDecisions.Where(d => d.Person == me).ToListAsync(ct), clock.GetUtcNow());
            db.ManualDecisions.Add(decision);
            await notices.TellHoldersAsync(
                Role.OrganisingOfficer, office, "notice.decision-asked", "/decisions", ct, decision.Number, user.Name);
            return new Result(decision.Id, decision.Number);
        }

        // Who organises the review of that title; where no committee reaches so high, who organises the highest of the series.
        private async Task<OrganisationId> OfficeAsync(ApplicantFacts facts, CancellationToken ct)
        {
            var today = clock.Today();
            var committees = await db.Committees.AsNoTracking().Where(c => c.Series == facts.Series).ToListAsync(ct);
            var standing = committees.Where(c => c.TakesOnAt(today)).ToList();
            var fit = standing.Where(c => c.Level >= facts.Level).MinBy(c => (c.Level, c.Id.Value))
                ?? standing.OrderByDescending(c => c.Level).ThenBy(c => c.Id.Value).FirstOrDefault();
            return fit?.OrganisingUnit ?? throw new NotFoundException();
        }
    }
}
