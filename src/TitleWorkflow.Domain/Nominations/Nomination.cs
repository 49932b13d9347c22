using System.Security.Cryptography;
using System.Text;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Nominations;

/// <summary>Identifies a nomination.</summary>
public readonly record struct NominationId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static NominationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Where a nomination stands.</summary>
public enum NominationStatus
{
    /// <summary>Written, not signed.</summary>
    Drafted,

    /// <summary>Signed by a relative; waits for a second signatory.</summary>
    HalfSigned,

    /// <summary>Signed: it holds a slot of the year's quota.</summary>
    Signed,

    /// <summary>The nominee's declaration was accepted: the slot is used up.</summary>
    Consumed,

    /// <summary>Ended before acceptance: it holds no slot any more.</summary>
    Released,
}

/// <summary>
/// An enterprise nominates one of its staff for a senior engineering title (举荐): written, signed once by chairperson or
/// technical lead under a letter that is frozen from then on, and answered for by who signed.
/// </summary>
public sealed class Nomination : Aggregate
{
    private Nomination()
    {
    }

    /// <summary>Identity.</summary>
    public NominationId Id { get; private set; }

    /// <summary>Number shown to people, such as JJ-2022-0001.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who nominates.</summary>
    public OrganisationId Enterprise { get; private set; }

    /// <summary>The enterprise's Chinese name when it was written.</summary>
    public string EnterpriseName { get; private set; } = "";

    /// <summary>Who is nominated.</summary>
    public PersonId Nominee { get; private set; }

    /// <summary>The nominee's name when it was written.</summary>
    public string NomineeName { get; private set; } = "";

    /// <summary>The plan it is for.</summary>
    public PlanId Plan { get; private set; }

    /// <summary>Plan year.</summary>
    public int Year { get; private set; }

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty, Chinese.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Target level.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Why this person.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public NominationStatus Status { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId DraftedBy { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>The letter as it was signed; null before.</summary>
    public string? Letter { get; private set; }

    /// <summary>SHA-256 of the letter's UTF-8 bytes, lower-case hex; null before.</summary>
    public string? LetterHash { get; private set; }

    /// <summary>Who signed first; null before.</summary>
    public PersonId? FirstSignatory { get; private set; }

    /// <summary>When it came to stand; null before.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>The nominee's declaration that rests on it; null until there is one.</summary>
    public DeclarationId? Declaration { get; private set; }

    /// <summary>The bytes that were signed.</summary>
    public byte[] LetterBytes => Encoding.UTF8.GetBytes(Letter ?? "");

    /// <summary>Writes a nomination; nothing is asked of quota and honour before somebody signs.</summary>
    /// <exception cref="RuleBrokenException">Not the nomination channel, not the enterprise's own staff, or no reasons.</exception>
    public static Nomination Draft(
        string number, Organisation enterprise, AnnualPlan plan, Person nominee, string reasons, PersonId by, DateTimeOffset now)
    {
        NominationRules.SeniorEngineering.Require(
            plan is { Channel: Channel.SpecialisedNomination, Series: TitleSeries.Engineering, Level: >= TitleLevel.DeputySenior });
        NominationRules.OwnStaff.Require(nominee.Employer == enterprise.Id);
        NominationRules.Reasoned.Require(!string.IsNullOrWhiteSpace(reasons));
        return new Nomination
        {
            Id = NominationId.New(),
            Number = number,
            Enterprise = enterprise.Id,
            EnterpriseName = enterprise.Name,
            Nominee = nominee.Id,
            NomineeName = nominee.Name,
            Plan = plan.Id,
            Year = plan.Year,
            Series = plan.Series,
            Specialty = plan.Specialty,
            Level = plan.Level,
            Reasons = reasons.Trim(),
            DraftedBy = by,
            DraftedAt = now,
        };
    }

    /// <summary>Every rule that forbids this signature; none if it may be given.</summary>
    /// <param name="by">Who would sign.</param>
    /// <param name="allowance">What the enterprise's honours give; null if none is live.</param>
    /// <param name="quota">The year's slots.</param>
    /// <param name="rightLost">Whether signatory or enterprise has lost the right to nominate.</param>
    public IReadOnlyList<Rule> Refusals(Signatory by, NominationAllowance? allowance, NominationQuota quota, bool rightLost)
    {
        if (Status is not NominationStatus.Drafted and not NominationStatus.HalfSigned)
        {
            return [NominationRules.SignedOnce];
        }

        var broken = new List<Rule>();
        void Demand(Rule rule, bool holds)
        {
            if (!holds)
            {
                broken.Add(rule);
            }
        }

        Demand(NominationRules.NotOneself, by.Person != Nominee);
        Demand(NominationRules.SecondSignatory, FirstSignatory is null || (by.Person != FirstSignatory && !by.IsRelative));
        Demand(NominationRules.RightLost, !rightLost);
        Demand(NominationRules.HonorLive, allowance is not null);
        broken.AddRange(allowance is null ? [] : quota.Refusals(Level, allowance));
        return broken;
    }

    /// <summary>
    /// Signs. The first signature freezes the letter; one by somebody who is no relative makes the nomination stand and
    /// reserves a slot.
    /// </summary>
    /// <param name="by">Who signs.</param>
    /// <param name="allowance">What the enterprise's honours give; null if none is live.</param>
    /// <param name="quota">The year's slots.</param>
    /// <param name="rightLost">Whether signatory or enterprise has lost the right to nominate.</param>
    /// <param name="key">The signatory's key.</param>
    /// <param name="password">What opens it.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">With every rule that forbids it, or the password does not open the key.</exception>
    public LetterSignature Sign(
        Signatory by, NominationAllowance? allowance, NominationQuota quota, bool rightLost, SignatureKey key, string password,
        DateTimeOffset now)
    {
        if (Refusals(by, allowance, quota, rightLost) is { Count: > 0 } broken)
        {
            throw new RuleBrokenException([.. broken]);
        }

        var letter = Letter ?? NominationLetter.Write(this, by, now);
        var value = key.Sign(password, Encoding.UTF8.GetBytes(letter));
        NominationRules.SignatureOwn.Require(value is not null && key.Person == by.Person);
        Letter = letter;
        LetterHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter)));
        FirstSignatory ??= by.Person;
        Status = by.IsRelative ? NominationStatus.HalfSigned : NominationStatus.Signed;
        if (Status == NominationStatus.Signed)
        {
            quota.Reserve(Id, Level, allowance!);
            SignedAt = now;
            Raise(new NominationSigned(Id, Declaration));
        }

        return new LetterSignature(Id, by, key.Id, value!, now);
    }

    /// <summary>The nominee agrees and opens a declaration that rests on it.</summary>
    /// <exception cref="RuleBrokenException">Another declaration does, or the nomination has ended.</exception>
    public void Take(DeclarationId declaration)
    {
        NominationRules.NominatedOnly.Require(Declaration is null && Status < NominationStatus.Consumed);
        Declaration = declaration;
    }

    /// <summary>The declaration that rests on it was accepted.</summary>
    public void Consume(NominationQuota quota)
    {
        quota.Consume(Id);
        Status = NominationStatus.Consumed;
    }

    /// <summary>The declaration that rests on it ended; before acceptance this frees the slot, afterwards nothing changes.</summary>
    public void Release(NominationQuota quota)
    {
        if (Status != NominationStatus.Consumed)
        {
            quota.Release(Id);
            Status = NominationStatus.Released;
        }
    }

    /// <summary>A lapse was overturned before acceptance: the slot is reserved anew.</summary>
    /// <exception cref="RuleBrokenException">No honour is live any more, or the slot has gone to another.</exception>
    public void Restore(NominationAllowance? allowance, NominationQuota quota)
    {
        NominationRules.HonorLive.Require(allowance is not null);
        quota.Reserve(Id, Level, allowance!);
        Status = NominationStatus.Signed;
    }

    /// <summary>The enterprise takes it back, as long as no declaration rests on it.</summary>
    /// <exception cref="RuleBrokenException">A declaration does, or it has ended.</exception>
    public void TakeBack(NominationQuota quota)
    {
        NominationRules.EndsWithDeclaration.Require(Declaration is null && Status < NominationStatus.Consumed);
        Release(quota);
    }

    /// <summary>The nomination is found false: who signed and the enterprise lose the right to nominate.</summary>
    /// <param name="signatories">Who signed.</param>
    /// <param name="reason">What was false.</param>
    /// <param name="years">For so long, from <paramref name="today"/> on.</param>
    /// <param name="today">The day of the finding.</param>
    /// <exception cref="RuleBrokenException">It was never signed, or no reason is given.</exception>
    public IReadOnlyList<NominationLiability> FindFalse(
        IReadOnlyList<PersonId> signatories, string reason, int years, DateOnly today)
    {
        NominationRules.FalseReasoned.Require(SignedAt is not null && !string.IsNullOrWhiteSpace(reason));
        return [.. signatories.Select(s => new NominationLiability(Id, Enterprise, s, reason.Trim(), today, years))];
    }
}
