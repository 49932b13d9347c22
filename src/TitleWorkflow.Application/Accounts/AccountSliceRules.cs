using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Accounts;

/// <summary>What is demanded of those who are invited to sign in.</summary>
public static class AccountSliceRules
{
    /// <summary>An invitation serves once, for a time.</summary>
    public static readonly Rule InvitationValid = new(
        "applicants.invitation-valid", "The invitation was used, has lapsed, or was replaced by a newer one.", Source.Product);

    /// <summary>Who has chosen a password needs no invitation.</summary>
    public static readonly Rule NotSignedUp = new(
        "applicants.not-signed-up", "This person signs in already and needs no invitation.", Source.Product);
}
