using System.Collections.Concurrent;

namespace TitleWorkflow.Web.Security;

/// <summary>Counts by network address how often something was done of late. Many people may share one address.</summary>
/// <param name="clock">By which a minute is a minute.</param>
/// <param name="allowed">Tries of one address within <see cref="Window"/> before there are too many.</param>
internal class TriesByAddress(TimeProvider clock, int allowed)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // Beyond this many addresses the count begins anew: an attack from everywhere must not fill the memory.
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> byAddress = new(StringComparer.Ordinal);

    /// <summary>True while the address has used up what is allowed.</summary>
    public bool AreTooMany(string address) =>
        byAddress.TryGetValue(address, out var times) && CountRecent(times) >= allowed;

    public void Add(string address)
    {
        if (byAddress.Count >= MostAddresses)
        {
            Forget();
        }

        var times = byAddress.GetOrAdd(address, _ => new Queue<DateTimeOffset>());
        lock (times)
        {
            times.Enqueue(clock.GetUtcNow());
        }
    }

    private int CountRecent(Queue<DateTimeOffset> times)
    {
        var since = clock.GetUtcNow() - Window;
        lock (times)
        {
            while (times.TryPeek(out var first) && first <= since)
            {
                times.Dequeue();
            }

            return times.Count;
        }
    }

    private void Forget()
    {
        foreach (var (address, times) in byAddress)
        {
            if (CountRecent(times) == 0)
            {
                byAddress.TryRemove(address, out _);
            }
        }

        if (byAddress.Count >= MostAddresses)
        {
            byAddress.Clear();
        }
    }
}

/// <summary>Wrong codes of receipts, so that nobody tries codes in bulk. Too many of them bar right ones, too, for a while.</summary>
internal sealed class WrongCodes(TimeProvider clock) : TriesByAddress(clock, Allowed)
{
    /// <summary>Wrong codes of one address a minute.</summary>
    public const int Allowed = 10;
}

/// <summary>Wrong certificate numbers, so that nobody tries numbers in bulk. Right ones are neither counted nor refused.</summary>
internal sealed class WrongNumbers(TimeProvider clock) : TriesByAddress(clock, Allowed)
{
    /// <summary>Wrong numbers of one address a minute.</summary>
    public const int Allowed = 20;
}

/// <summary>Objections of people who have not signed in.</summary>
internal sealed class StrangersObjections(TimeProvider clock) : TriesByAddress(clock, Allowed)
{
    /// <summary>Objections of one address a minute.</summary>
    public const int Allowed = 5;
}
