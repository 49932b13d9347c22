namespace TitleWorkflow.Engine;

/// <summary>Whether the journal keeps the value of an input or output.</summary>
/// <remarks>
/// Asked of the property, then of its activity, then of the workflow, then of the host: the first that does not inherit
/// decides. What is marked as a secret is never kept, whatever the mode.
/// </remarks>
public enum LogPersistenceMode
{
    /// <summary>As whoever is asked next says.</summary>
    Inherit,

    /// <summary>It does.</summary>
    Include,

    /// <summary>It does not.</summary>
    Exclude,
}
