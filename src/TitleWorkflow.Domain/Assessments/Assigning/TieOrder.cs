using System.Security.Cryptography;
using System.Text;

namespace TitleWorkflow.Domain.Assessments.Assigning;

/// <summary>
/// Breaks ties by a published seed: things are taken in the order of SHA-256 over seed and id, alike on every machine and
/// whatever order rows come in.
/// </summary>
public static class TieOrder
{
    /// <summary>The items in the order of the seed.</summary>
    public static IReadOnlyList<T> Of<T>(string seed, IEnumerable<T> items, Func<T, Guid> id)
    {
        var prefix = Encoding.UTF8.GetBytes(seed.Normalize(NormalizationForm.FormC));
        return [.. items.OrderBy(
            item => Convert.ToHexStringLower(SHA256.HashData([.. prefix, .. id(item).ToByteArray(bigEndian: true)])),
            StringComparer.Ordinal)];
    }
}
