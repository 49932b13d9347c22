using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Publicity;

/// <summary>
/// Somebody who can read a notice, which for a posted result is anybody, objects to the name on it, or the office that receives
/// objections writes down what it was told (公示异议). The answer is a receipt; the audit log does not say who sent it.
/// </summary>
public static class ObjectToName
{
    /// <param name="Notice">The notice.</param>
    /// <param name="Words">What is said, and under which name.</param>
    /// <param name="Route">How it came.</param>
    /// <param name="ConcernsOffice">Whether it is about the office that would look into it.</param>
    public sealed record Command(PublicityNoticeId Notice, ObjectionWords Words, ObjectionRoute Route, bool ConcernsOffice)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Notice.ToString();

        bool ICommand.NamesActor => Route != ObjectionRoute.Online;

        /// <summary>Nothing of what was said, and by whom, gets into a log.</summary>
        public override string ToString() => nameof(ObjectToName);
    }

    /// <param name="Number">Number of the receipt.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="DueOn">Last day for the finding; null if it is put on record only, being anonymous and without leads.</param>
    public sealed record Result(string Number, DateTimeOffset ReceivedAt, DateOnly? DueOn)
    {
        /// <summary>The code by which its bearer learns how it stands; null for a retry, as it is stored nowhere.</summary>
        [JsonIgnore]
        public string? Code { get; init; }

        /// <summary>Nothing of the code gets into a log.</summary>
        public override string ToString() => nameof(ObjectToName);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Words.Statement).NotEmpty().MaximumLength(2000).OverridePropertyName("Statement");
            RuleFor(c => c.Words.Leads).MaximumLength(2000).OverridePropertyName("Leads");
            RuleFor(c => c.Words.Name).MaximumLength(60).OverridePropertyName("Name");
            RuleFor(c => c.Words.Contact).MaximumLength(120).OverridePropertyName("Contact");
            RuleFor(c => c.Route).IsInEnum();
        }
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, Jurisdiction jurisdiction, OfficialCalendar calendar, Numbers numbers, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var notice = await db.PublicityNotices.SingleOrDefaultAsync(n => n.Id == command.Notice, ct)
                ?? throw new NotFoundException();
            var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Id == notice.Declaration, ct);
            if (!await db.MayReadAsync(user, notice, declaration.Employer, clock.Today(), ct))
            {
                throw new NotFoundException();
            }

            var rules = await db.RuleSets.SingleAsync(r => r.Id == declaration.RuleSet, ct);
            var objection = PublicityObjection.Raise(
                notice, command.Words, command.Route, user.Has(notice.Receiver(), notice.Poster),
                await InvestigatorAsync(notice, declaration, command, ct),
                $"YY-{now.LegalDate().Year}-{await numbers.NextAsync($"objection/{now.LegalDate().Year}", ct):0000}",
                rules[Parameter.ObjectionDays], await calendar.GetAsync(ct), now);

            // The period must not run out in the same instant.
            db.HoldUnchanged(notice);
            db.PublicityObjections.Add(objection);
            return new Result(objection.Number, objection.ReceivedAt, objection.DueOn) { Code = objection.DrawCode() };
        }

        // Nobody investigates on their own behalf: neither whose colleague is posted, nor who objects themselves.
        private async Task<Investigator> InvestigatorAsync(
            PublicityNotice notice, Declaration declaration, Command command, CancellationToken ct)
        {
            var role = notice.Receiver();
            var today = clock.Today();
            var isOfOffice = await db.Grants.AnyAsync(
                g => g.Person == declaration.Applicant && g.Role == role && g.Organisation == notice.Poster
                    && g.From <= today && (g.To == null || g.To >= today),
                ct);
            var isOwn = command.Route == ObjectionRoute.Online && user.Has(role, notice.Poster);
            return command.ConcernsOffice || isOfOffice || isOwn
                ? new Investigator(Role.Supervisor, (await jurisdiction.SupervisionAsync(notice.Poster, ct)).Id)
                : new Investigator(role, notice.Poster);
        }
    }
}
