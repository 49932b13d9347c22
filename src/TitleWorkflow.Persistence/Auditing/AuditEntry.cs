using System.Security.Cryptography;
using System.Text;

namespace TitleWorkflow.Persistence.Auditing;

/// <summary>What the audit log will say of one command or refusal, before it has its place in the chain.</summary>
/// <param name="At">When.</param>
/// <param name="Person">Who; null for the public and the product's own clock.</param>
/// <param name="Origin">Network address.</param>
/// <param name="Action">What was asked: stage and use case.</param>
/// <param name="Subject">On what; empty if on nothing in particular.</param>
/// <param name="Outcome">"done" or "refused".</param>
/// <param name="Rules">Codes of the broken rules, comma-separated; empty if none.</param>
/// <param name="Detail">Recorded reason or change; never a ballot; empty if none.</param>
public sealed record AuditDraft(
    DateTimeOffset At, Guid? Person, string Origin, string Action, string Subject, string Outcome, string Rules, string Detail);

/// <summary>One line of the audit log; append-only, each line's hash covers the line before.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    /// <summary>The line that follows <paramref name="previousHash"/>.</summary>
    public AuditEntry(AuditDraft draft, long sequence, string previousHash)
    {
        Sequence = sequence;
        // Whole microseconds, so that the hash can be computed again from either database.
        At = new DateTimeOffset(draft.At.UtcTicks / 10 * 10, TimeSpan.Zero);
        Person = draft.Person;
        Origin = draft.Origin;
        Action = draft.Action;
        Subject = draft.Subject;
        Outcome = draft.Outcome;
        Rules = draft.Rules;
        Detail = draft.Detail;
        PreviousHash = previousHash;
        Hash = ComputeHash();
    }

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid? Person { get; private set; }

    /// <summary>Network address.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>What was asked.</summary>
    public string Action { get; private set; } = "";

    /// <summary>On what.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>"done" or "refused".</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Codes of the broken rules.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>Recorded reason or change.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Hash of the line before; 64 zeros for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over this line and the hash before, lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash this line must have; equal to <see cref="Hash"/> unless the line was altered.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001f', Sequence, At.UtcTicks / 10, Person, Origin, Action, Subject, Outcome, Rules, Detail, PreviousHash))));
}

/// <summary>The end of the chain; one row, locked by whoever appends.</summary>
public sealed class AuditHead
{
    /// <summary>Hash before the first line.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>Always 1.</summary>
    public int Id { get; set; } = 1;

    /// <summary>Sequence of the last line; 0 if there is none.</summary>
    public long Sequence { get; set; }

    /// <summary>Hash of the last line.</summary>
    public string Hash { get; set; } = Genesis;
}
