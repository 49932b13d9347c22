namespace TitleWorkflow.Web.Security;

/// <summary>
/// Names one intention of the sender, so that a double click or a retry does it once. Every form carries one; it
/// changes only after success.
/// </summary>
internal static class RequestKey
{
    public const string Field = "_key";
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 100;

    /// <summary>The request's key: header first, then form field; null where the sender gave none.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var key = request.Headers.TryGetValue(Header, out var header) ? header.ToString()
            : IsPageForm(request) ? (await request.ReadFormAsync(ct))[Field].ToString()
            : null;

        return key switch
        {
            null or "" => null,
            { Length: > MaxLength } => throw new BadHttpRequestException("The idempotency key is too long."),
            _ => key,
        };
    }

    // Programs say it in the header; their uploads are not read before their endpoint asks for them.
    private static bool IsPageForm(HttpRequest request) =>
        request.HasFormContentType && !request.Path.StartsWithSegments("/api");
}
