using System.Globalization;

namespace TitleWorkflow.Application.Workflows;

/// <summary>How versions are named.</summary>
internal static class FlowVersionId
{
    /// <summary>
    /// A deleted version's number is given again, its id to the same content only: versions are kept in memory by their ids.
    /// </summary>
    public static string Of(string definitionId, int number, string contentHash) =>
        $"{definitionId}-{number.ToString(CultureInfo.InvariantCulture)}-{contentHash[..8]}";
}
