namespace TitleWorkflow.Web.Shell;

/// <summary>What the bar above every page of a demonstration says.</summary>
public interface IDemoBar
{
    /// <summary>False in ordinary operation: no bar.</summary>
    bool Enabled { get; }

    /// <summary>The instant the product takes for now.</summary>
    DateTimeOffset Now { get; }

    /// <summary>True if the signed-in person may move the clock on.</summary>
    bool CanAdvance { get; }
}
