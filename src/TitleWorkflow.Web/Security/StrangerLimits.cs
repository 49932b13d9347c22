using System.Collections.Concurrent;

namespace TitleWorkflow.Web.Security;

/// <summary>
/// How much of what strangers are refused is written to the audit log. Each rule has a limit of its own: who knocks at every
/// door must not hide that somebody tries passwords.
/// </summary>
internal sealed class StrangerLimits(TimeProvider clock)
{
    /// <summary>Refusals of one address that are written a minute.</summary>
    public const int OfOneAddress = 20;

    /// <summary>Refusals of all addresses that are written a minute: one machine may have any number of addresses.</summary>
    public const int OfAll = 100;

    private readonly ConcurrentDictionary<string, Limit> byRule = new(StringComparer.Ordinal);

    public Limit Of(string rule) => byRule.GetOrAdd(rule, _ => new Limit(clock));

    internal sealed class Limit(TimeProvider clock)
    {
        private const string Everybody = "";

        private readonly TriesByAddress each = new(clock, OfOneAddress);
        private readonly TriesByAddress all = new(clock, OfAll);

        public bool IsReached(string address) => each.AreTooMany(address) || all.AreTooMany(Everybody);

        public void Count(string address)
        {
            each.Add(address);
            all.Add(Everybody);
        }
    }
}
