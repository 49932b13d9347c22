namespace TitleWorkflow.Web.Security;

/// <summary>An account that the sign-in page of a demonstration offers at a click.</summary>
public sealed record DemoAccount(string UserName, string Name, string RoleText);

/// <summary>Accounts under one heading, both in the language of the request.</summary>
public sealed record DemoAccountGroup(string Title, IReadOnlyList<DemoAccount> Accounts);

/// <summary>The demonstration's accounts.</summary>
public interface IDemoAccounts
{
    /// <summary>False in ordinary operation: the page shows no accounts.</summary>
    bool Enabled { get; }

    /// <summary>The groups in the order they are shown; those after the fourth are folded away.</summary>
    IReadOnlyList<DemoAccountGroup> Groups { get; }
}
