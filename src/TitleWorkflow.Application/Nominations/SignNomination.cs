using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>
/// Chairperson or technical lead signs a nomination (董事长署名举荐): the letter is frozen, a slot of the year reserved, and the
/// nominee's declaration goes on.
/// </summary>
public static class SignNomination
{
    /// <summary>The form of the work items a signature completes.</summary>
    public const string Form = "nomination";

    /// <param name="Nomination">The nomination.</param>
    /// <param name="SignedName">The signatory's full name as typed.</param>
    /// <param name="Password">The signatory's password, typed again; it opens the key.</param>
    /// <param name="IsRelative">Whether the signatory is a relative of the nominee; then a second signatory is needed.</param>
    public sealed record Command(NominationId Nomination, string SignedName, string Password, bool IsRelative = false)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Nomination.ToString();

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(SignNomination);
    }

    /// <param name="Status">Where the nomination stands now.</param>
    /// <param name="Signature">The signature; what its verification is asked by.</param>
    /// <param name="LetterHash">SHA-256 of the letter, lower-case hex.</param>
    public sealed record Result(NominationStatus Status, LetterSignatureId Signature, string LetterHash);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SignedName).NotEmpty().MaximumLength(60);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(
        TitleDb db,
        ICurrentUser user,
        IPasswordCheck passwords,
        NominationDesk desk,
        SigningKeys keys,
        NoticeDesk notices,
        TimeProvider clock,
        CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var signer = user.Person!.Value;

            // Before anything is read: the check writes down failed attempts.
            var isRight = await passwords.IsRightAsync(signer, command.Password);
            var nomination = await db.FindToSignAsync(user, command.Nomination, ct);
            NominationRules.SignatureOwn.Require(isRight && command.SignedName.Trim() == user.Name);

            var (now, today) = (clock.GetUtcNow(), clock.Today());
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == nomination.Plan, ct);
            var quota = await desk.QuotaAsync(nomination.Enterprise, nomination.Year, ct);
            var signature = nomination.Sign(
                user.AsSignatory(nomination.Enterprise, command.IsRelative),
                await desk.AllowanceAsync(nomination.Enterprise, plan, today, ct),
                quota,
                await desk.RightLostAsync(nomination.Enterprise, signer, today, ct),
                await keys.OfAsync(signer, command.Password, ct),
                command.Password,
                now);
            db.LetterSignatures.Add(signature);
            if (nomination.Status == NominationStatus.Signed)
            {
                await StandAsync(nomination, quota, signer, now, ct);
            }

            journal.Detail = $"{nomination.Number} {nomination.LetterHash}";
            return new Result(nomination.Status, signature.Id, nomination.LetterHash!);
        }

        private async Task StandAsync(
            Nomination nomination, NominationQuota quota, PersonId signer, DateTimeOffset now, CancellationToken ct)
        {
            if (db.Entry(quota).State == EntityState.Detached)
            {
                db.NominationQuotas.Add(quota);
            }

            // The task is the office's: whoever of it signs, its one task is done.
            if (nomination.Declaration is { } declaration
                && await db.WorkItems.SingleOrDefaultAsync(
                    w => w.Declaration == declaration && w.Form == Form && w.Status == WorkItemStatus.Open, ct) is { } task)
            {
                task.Complete("Signed", null, task.Assignee ?? signer, now);
            }

            var title = ProfessionalTitle.Name(nomination.Series, nomination.Level);
            await notices.TellAsync(
                nomination.Nominee, "notice.nomination-signed", $"/nominations/{nomination.Id}", ct, nomination.NomineeName, title);
            await notices.TellHoldersAsync(
                Role.EmployerHr, nomination.Enterprise, "notice.nomination-signed", $"/nominations/{nomination.Id}", ct,
                nomination.NomineeName, title);
        }
    }
}
