using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>Anybody verifies a signature under a nomination letter: names masked, with all it takes to verify it elsewhere.</summary>
public static class VerifySignature
{
    /// <param name="Signature">The signature, as the QR code on the letter names it.</param>
    public sealed record Query(LetterSignatureId Signature) : IRequest<Result>;

    /// <param name="Signature">The signature.</param>
    /// <param name="IsValid">Whether signature, key and stored letter fit each other.</param>
    /// <param name="Status">Where the nomination stands.</param>
    /// <param name="Number">Number of the nomination.</param>
    /// <param name="Enterprise">Who nominates.</param>
    /// <param name="Nominee">Who is nominated, masked.</param>
    /// <param name="Signatory">Who signed, masked.</param>
    /// <param name="Role">As what.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="SignedAt">When.</param>
    /// <param name="LetterHash">SHA-256 of the letter, lower-case hex.</param>
    /// <param name="PublicKey">The key as a PEM file.</param>
    /// <param name="Value">The signature itself, DER, Base64.</param>
    public sealed record Result(
        LetterSignatureId Signature,
        bool IsValid,
        NominationStatus Status,
        string Number,
        string Enterprise,
        string Nominee,
        string Signatory,
        Role Role,
        TitleSeries Series,
        TitleLevel Level,
        DateTimeOffset SignedAt,
        string LetterHash,
        string PublicKey,
        string Value);

    internal sealed class Handler(TitleDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var signature = await db.LetterSignatures.AsNoTracking().SingleOrDefaultAsync(s => s.Id == query.Signature, ct)
                ?? throw new NotFoundException();
            var nomination = await db.Nominations.AsNoTracking().SingleAsync(n => n.Id == signature.Nomination, ct);
            var key = await db.SignatureKeys.AsNoTracking().SingleAsync(k => k.Id == signature.Key, ct);
            var fits = key.Signed(nomination.LetterBytes, signature.Value)
                && Convert.ToHexStringLower(SHA256.HashData(nomination.LetterBytes)) == nomination.LetterHash;
            return new Result(
                signature.Id, fits, nomination.Status, nomination.Number, nomination.EnterpriseName,
                Person.Masked(nomination.NomineeName), Person.Masked(signature.Name), signature.Role,
                nomination.Series, nomination.Level, signature.At, nomination.LetterHash!, key.Pem(),
                Convert.ToBase64String(signature.Value));
        }
    }
}
