namespace TitleWorkflow.Web.Security;

/// <summary>Opens and closes the session of a browser.</summary>
public interface ISignIn
{
    /// <summary>True if name and password belong together and the account may sign in.</summary>
    Task<bool> SignInAsync(string userName, string password);

    /// <summary>
    /// Signs in as one of the demonstration's accounts without a password; false outside a demonstration.
    /// </summary>
    Task<bool> SignInDemoAsync(string userName);

    /// <summary>Ends the session; nothing happens if there is none.</summary>
    Task SignOutAsync();
}
