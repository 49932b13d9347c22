using System.Security.Cryptography;
using System.Text;

namespace TitleWorkflow.Application.Seed;

/// <summary>Ids that are the same on every machine, so that seeding twice changes nothing.</summary>
internal static class SeedId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("TitleWorkflow.Seed/" + name)).AsSpan(0, 16));
}
