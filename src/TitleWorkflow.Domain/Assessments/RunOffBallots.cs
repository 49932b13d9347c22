using System.Security.Cryptography;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Says that a member has voted in a run-off, not for whom.</summary>
public sealed class RunOffReceipt
{
    private RunOffReceipt()
    {
    }

    /// <summary>The run-off.</summary>
    public RunOffId RunOff { get; private set; }

    /// <summary>Who voted; once.</summary>
    public PersonId Voter { get; private set; }

    /// <summary>Random code that proves inclusion.</summary>
    public string Code { get; private set; } = "";

    internal static RunOffReceipt For(RunOffId runOff, PersonId voter) => new()
    {
        RunOff = runOff,
        Voter = voter,
        Code = RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 12),
    };
}

/// <summary>The box of a run-off; exists while voting is open, and ballots lie only in it.</summary>
public sealed class RunOffBox
{
    private RunOffBox()
    {
    }

    internal RunOffBox(RunOffId runOff, byte[] key, byte[] sealedPrivateKey)
    {
        RunOff = runOff;
        Key = key;
        SealedPrivateKey = sealedPrivateKey;
    }

    /// <summary>The run-off.</summary>
    public RunOffId RunOff { get; private set; }

    /// <summary>The key ballots are sealed to.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>Its private half, sealed to both code holders.</summary>
    public byte[] SealedPrivateKey { get; private set; } = [];
}

/// <summary>A choice nobody can read until both codes open the box. It carries no voter, time or order.</summary>
public sealed class SealedRunOffBallot
{
    private SealedRunOffBallot()
    {
    }

    internal SealedRunOffBallot(RunOffId runOff, byte[] content)
    {
        // Version 4: a time-ordered id would tell when it was cast.
        Id = Guid.NewGuid();
        RunOff = runOff;
        Content = content;
    }

    /// <summary>Random id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The run-off.</summary>
    public RunOffId RunOff { get; private set; }

    /// <summary>The sealed choice; all are equally long.</summary>
    public byte[] Content { get; private set; } = [];
}

/// <summary>A choice after the close, shuffled and under a new random id, for a later re-count.</summary>
public sealed class OpenedRunOffBallot
{
    private OpenedRunOffBallot()
    {
    }

    internal OpenedRunOffBallot(RunOffId runOff, MeetingCaseId? choice)
    {
        Id = Guid.NewGuid();
        RunOff = runOff;
        Choice = choice;
    }

    /// <summary>Random id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The run-off.</summary>
    public RunOffId RunOff { get; private set; }

    /// <summary>The candidate named; null for nobody.</summary>
    public MeetingCaseId? Choice { get; private set; }
}
