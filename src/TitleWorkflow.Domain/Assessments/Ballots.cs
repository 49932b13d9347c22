using System.Security.Cryptography;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Says that a member has voted on a case, not how.</summary>
public sealed class BallotReceipt
{
    private BallotReceipt()
    {
    }

    /// <summary>The case.</summary>
    public MeetingCaseId Case { get; private set; }

    /// <summary>Who voted; once per case.</summary>
    public PersonId Voter { get; private set; }

    /// <summary>Random code that proves inclusion, shown to the voter and listed at the close.</summary>
    public string Code { get; private set; } = "";

    internal static BallotReceipt For(MeetingCaseId @case, PersonId voter) => new()
    {
        Case = @case,
        Voter = voter,
        Code = RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 12),
    };
}

/// <summary>
/// The box of one voting (票箱). It exists while voting is open, and ballots lie only in it: when it goes, at the close or when
/// a ballot is void, the key goes with it, and no ballot can come after.
/// </summary>
public sealed class VotingBox
{
    private VotingBox()
    {
    }

    internal VotingBox(MeetingCaseId @case, byte[] key, byte[] sealedPrivateKey)
    {
        Case = @case;
        Key = key;
        SealedPrivateKey = sealedPrivateKey;
    }

    /// <summary>The case voted on.</summary>
    public MeetingCaseId Case { get; private set; }

    /// <summary>The key ballots are sealed to.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>Its private half, sealed to both code holders.</summary>
    public byte[] SealedPrivateKey { get; private set; } = [];
}

/// <summary>A choice nobody can read until both codes open the box. It carries no voter, time or order.</summary>
public sealed class SealedBallot
{
    private SealedBallot()
    {
    }

    internal SealedBallot(MeetingCaseId @case, byte[] content)
    {
        // Version 4: a time-ordered id would tell when it was cast.
        Id = Guid.NewGuid();
        Case = @case;
        Content = content;
    }

    /// <summary>Random id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public MeetingCaseId Case { get; private set; }

    /// <summary>The sealed choice; all are equally long.</summary>
    public byte[] Content { get; private set; } = [];
}

/// <summary>A choice after the close, shuffled and under a new random id, for a later re-count.</summary>
public sealed class OpenedBallot
{
    private OpenedBallot()
    {
    }

    internal OpenedBallot(MeetingCaseId @case, BallotChoice choice)
    {
        Id = Guid.NewGuid();
        Case = @case;
        Choice = choice;
    }

    /// <summary>Random id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public MeetingCaseId Case { get; private set; }

    /// <summary>The choice.</summary>
    public BallotChoice Choice { get; private set; }
}
