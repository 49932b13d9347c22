using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Seed;

/// <summary>
/// Loads the rule sets the product ships, one file a region (<c>Seed/RuleSets</c>); a version that is there already is left as
/// it is, because cases may rest on it.
/// </summary>
public sealed class LoadRuleSets(TitleDb db)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private sealed record RegionFile(string Region, int Year, IReadOnlyDictionary<Channel, RuleSetContent> Channels);

    /// <summary>Id of the first version of a region's channel, as shipped.</summary>
    public static RuleSetId Id(string region, Channel channel) => new(SeedId.Of($"ruleset/{region}/{channel}"));

    /// <summary>Every version the product ships.</summary>
    /// <exception cref="JsonException">A file has another shape.</exception>
    public static IReadOnlyList<RuleSet> Shipped() =>
    [
        .. Files().SelectMany(file => file.Channels.Select(c =>
            new RuleSet(Id(file.Region, c.Key), file.Region, file.Year, c.Key, number: 1, c.Value))),
    ];

    /// <summary>Adds the missing ones.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var known = await db.RuleSets.Select(r => r.Id).ToListAsync(ct);
        db.RuleSets.AddRange(Shipped().Where(r => !known.Contains(r.Id)));
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<RegionFile> Files()
    {
        var assembly = typeof(LoadRuleSets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("RuleSets/", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<RegionFile>(file, Options)!;
        }
    }
}
