namespace TitleWorkflow.Application.Experts;

/// <summary>Who may be told of a membership; nobody else knows of it.</summary>
public enum MembershipParty
{
    /// <summary>The person.</summary>
    Member,

    /// <summary>The offices of the unit's committees.</summary>
    Office,

    /// <summary>The organising unit that keeps the pool.</summary>
    Unit,
}
