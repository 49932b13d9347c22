namespace TitleWorkflow.Web.Problems;

/// <summary>
/// A page that can fill what it shows, on GET and again when a POST is refused. It reads its route values from bound
/// properties and must not overwrite what the person typed.
/// </summary>
public interface ILoadsItself
{
    /// <summary>Fills the page; may be called after a refused POST of the same request.</summary>
    Task LoadAsync(CancellationToken ct);
}
