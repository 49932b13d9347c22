using System.Diagnostics;

namespace TitleWorkflow.Web.Problems;

/// <summary>
/// The short number a person can read out on the phone: the first six digits of the trace id in the log.
/// </summary>
internal static class TraceNumber
{
    /// <summary>For example "7F3A-19".</summary>
    public static string Of(HttpContext http)
    {
        var id = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        var digits = string.Concat(id.Where(char.IsAsciiLetterOrDigit)).PadRight(6, '0').ToUpperInvariant();

        return $"{digits[..4]}-{digits[4..6]}";
    }
}
