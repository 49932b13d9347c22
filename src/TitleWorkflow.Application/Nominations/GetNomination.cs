using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>Shows a nomination: the letter as signed or as it would be, its signatures, the quota, and what forbids signing.</summary>
public static class GetNomination
{
    /// <param name="Nomination">The nomination.</param>
    public sealed record Query(NominationId Nomination) : IRequest<Result>;

    /// <param name="Nomination">The nomination.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Enterprise">Who nominates.</param>
    /// <param name="EnterpriseName">Its Chinese name.</param>
    /// <param name="NomineeName">Who is nominated.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Letter">The letter, frozen once signed; before, as the reader would sign it.</param>
    /// <param name="LetterHash">SHA-256 of the letter, lower-case hex; null before it is signed.</param>
    /// <param name="Signatures">Signatures, the first one first.</param>
    /// <param name="Quota">The year's quota.</param>
    /// <param name="Declaration">The declaration that rests on it; null if there is none, or it is not the reader's to know.</param>
    /// <param name="Obstacles">Every rule that forbids the reader to sign; empty if nothing does, or the reader is no signatory.</param>
    /// <param name="SignsAs">The name the reader must type to sign; null for who cannot sign.</param>
    /// <param name="MayTakeBack">Whether the reader may take it back.</param>
    /// <param name="MayFindFalse">Whether the reader may find it false.</param>
    public sealed record Result(
        NominationId Nomination,
        string Number,
        OrganisationId Enterprise,
        string EnterpriseName,
        string NomineeName,
        TitleSeries Series,
        TitleLevel Level,
        NominationStatus Status,
        string Letter,
        string? LetterHash,
        IReadOnlyList<SignatureLine> Signatures,
        QuotaLine Quota,
        DeclarationId? Declaration,
        IReadOnlyList<Rule> Obstacles,
        string? SignsAs,
        bool MayTakeBack,
        bool MayFindFalse);

    /// <param name="Signature">The signature.</param>
    /// <param name="Name">Who signed.</param>
    /// <param name="Role">As what.</param>
    /// <param name="At">When.</param>
    /// <param name="IsRelative">Whether kinship was declared.</param>
    public sealed record SignatureLine(LetterSignatureId Signature, string Name, Role Role, DateTimeOffset At, bool IsRelative);

    internal sealed class Handler(TitleDb db, ICurrentUser user, NominationDesk desk, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var nomination = await db.NominationsOf(user).AsNoTracking().SingleOrDefaultAsync(n => n.Id == query.Nomination, ct)
                ?? throw new NotFoundException();
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == nomination.Plan, ct);
            var quota = await desk.QuotaAsync(nomination.Enterprise, nomination.Year, ct);
            var allowance = await desk.AllowanceAsync(nomination.Enterprise, plan, today, ct);
            var signatures = await db.LetterSignatures.AsNoTracking().Where(s => s.Nomination == nomination.Id)
                .OrderBy(s => s.At).ToListAsync(ct);
            var isOpen = nomination.Status < NominationStatus.Signed;
            var signs = isOpen && user.SignsFor().Contains(nomination.Enterprise);
            var by = user.AsSignatory(nomination.Enterprise);
            return new Result(
                nomination.Id, nomination.Number, nomination.Enterprise, nomination.EnterpriseName, nomination.NomineeName,
                nomination.Series, nomination.Level, nomination.Status,
                nomination.Letter ?? NominationLetter.Write(nomination, by, clock.GetUtcNow()), nomination.LetterHash,
                [.. signatures.Select(s => new SignatureLine(s.Id, s.Name, s.Role, s.At, s.IsRelative))],
                QuotaLine.Of(quota, allowance),
                user.Person == nomination.Nominee ? nomination.Declaration : null,
                signs
                    ? nomination.Refusals(by, allowance, quota, await desk.RightLostAsync(nomination.Enterprise, by.Person, today, ct))
                    : [],
                signs ? user.Name : null,
                user.SignsFor().Contains(nomination.Enterprise) && nomination.Declaration is null
                    && nomination.Status < NominationStatus.Consumed,
                nomination.SignedAt is not null && user.Has(Role.CityOfficer));
        }
    }
}
