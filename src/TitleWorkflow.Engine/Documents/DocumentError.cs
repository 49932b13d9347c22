namespace TitleWorkflow.Engine.Documents;

/// <summary>Something in a document that is wrong or looks wrong.</summary>
/// <param name="Code">What sort of thing, e.g. <c>activity.unknown-type</c>; stable.</param>
/// <param name="Path">Where, as a JSON path, e.g. <c>$.root.activities[3].form</c>.</param>
/// <param name="Message">What, for the designer of the flow.</param>
/// <param name="Severity">Whether it forbids publishing.</param>
public sealed record DocumentError(string Code, string Path, string Message, DocumentErrorSeverity Severity)
{
    internal static DocumentError Error(string code, string path, string message) =>
        new(code, path, message, DocumentErrorSeverity.Error);

    internal static DocumentError Warning(string code, string path, string message) =>
        new(code, path, message, DocumentErrorSeverity.Warning);
}

/// <summary>Whether a <see cref="DocumentError"/> forbids publishing.</summary>
public enum DocumentErrorSeverity
{
    /// <summary>It does: an instance would fault or hang.</summary>
    Error,

    /// <summary>It does not, but somebody should look.</summary>
    Warning,
}

/// <summary>The text cannot be read as a workflow definition at all.</summary>
public sealed class DocumentException(string code, string path, string message) : FormatException(message)
{
    /// <summary>The same as a record, for those who list errors.</summary>
    public DocumentError Error { get; } = DocumentError.Error(code, path, message);
}
