namespace TitleWorkflow.Web.Security;

/// <summary>
/// Names one intention of the sender, so that a double click or a retry does it once. Every form carries one; it changes
/// only after success.
/// </summary>
internal static class RequestKey
{
    public const string Field = "_key";
    public const string Header = "Idempotency-Key";

    /// <summary>The request's key: header first, then form field; null where the sender gave none.</summary>
    public static string? Of(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var header))
        {
            return header;
        }

        return request.HasFormContentType && request.Form.TryGetValue(Field, out var field) ? (string?)field : null;
    }
}
