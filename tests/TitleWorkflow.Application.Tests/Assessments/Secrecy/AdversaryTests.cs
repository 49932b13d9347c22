using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;
using Xunit.Abstractions;

namespace TitleWorkflow.Application.Tests.Assessments.Secrecy;

/// <summary>Sixteen votings of thirteen members, everything copied after every single ballot.</summary>
public sealed class BallotsCopied : IAsyncLifetime
{
    private const int Cases = 16;
    private readonly Dictionary<DatabaseProvider, Task<(IReadOnlyList<Voting> Votings, IReadOnlyList<string[]> Truth)>> held = [];

    /// <summary>Nothing until a database is asked for.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The databases went when the copies were made.</summary>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The copies, and how everybody voted, in the order of the casts.</summary>
    internal Task<(IReadOnlyList<Voting> Votings, IReadOnlyList<string[]> Truth)> On(DatabaseProvider database)
    {
        if (!held.TryGetValue(database, out var ballots))
        {
            held[database] = ballots = HoldAsync(database);
        }

        return ballots;
    }

    private static async Task<(IReadOnlyList<Voting> Votings, IReadOnlyList<string[]> Truth)> HoldAsync(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database, Cases);
        var chance = new Random(20221206);
        var truth = Enumerable.Range(0, Cases).Select(_ => Choices(chance)).ToList();
        var votings = new List<Voting>();
        IReadOnlyCollection<string>? touched = null;
        for (var i = 0; i < Cases; i++)
        {
            await room.OpenVotingAsync(i);
            var before = await Copy.TakeAsync(room.Product, touched);
            var casts = new List<Copy>();
            foreach (var (member, choice) in Room.Members.Zip(truth[i]))
            {
                room.Product.Clock.MoveTo(room.Product.Clock.GetUtcNow().AddSeconds(chance.Next(1, 20)));
                await room.CastAsync(member, Enum.Parse<BallotChoice>(choice), i);
                casts.Add(await Copy.TakeAsync(room.Product, touched));
            }

            await room.CloseVotingAsync(i);
            votings.Add(new Voting(before, casts, await Copy.TakeAsync(room.Product, touched)));

            // Everything is looked at the first time; a ballot leaves its traces where the first thirteen did.
            touched ??= [.. before.Tables.Keys.Where(t => casts[^1].Since(before, t).Count > 0).Union([Voting.Sealed, Voting.Opened])];
        }

        return (votings, truth);
    }

    private static string[] Choices(Random chance)
    {
        var choices = Enumerable.Repeat("Yes", 6).Concat(Enumerable.Repeat("No", 4)).Concat(Enumerable.Repeat("Abstain", 3)).ToArray();
        chance.Shuffle(choices);
        return choices;
    }
}

/// <summary>No copy of anything, at any time, joins a voter to a choice.</summary>
[Trait("Scenario", "S7")]
public sealed class AdversaryTests(BallotsCopied ballots, ITestOutputHelper output) : IClassFixture<BallotsCopied>
{
    // Of some two hundred attacks on pure chance one would succeed so well once in a hundred thousand runs.
    private const double Chance = 5.5;

    [SkippableTheory, Databases]
    public async Task Who_copies_everything_after_every_ballot_guesses_no_better_than_the_tally_allows(DatabaseProvider database)
    {
        var (votings, truth) = await ballots.On(database);

        var attacks = new Adversary(votings).Attacks(truth);

        foreach (var attack in attacks.OrderByDescending(a => a.Surprise).Take(5))
        {
            output.WriteLine($"{attack}");
        }

        Assert.Equal(208, truth.Sum(t => t.Length));
        Assert.Contains(attacks, a => a.Guesses == 208);
        Assert.Equal([], attacks.Where(a => a.Surprise > Chance));
    }

    [Theory, MemberData(nameof(Leaks.All), MemberType = typeof(Leaks))]
    public async Task The_same_adversary_reads_a_store_that_leaks(string leak)
    {
        var (votings, truth) = await ballots.On(DatabaseProvider.Sqlite);

        var best = new Adversary(Leaks.Of(leak, votings, truth)).Attacks(truth).MaxBy(a => a.Surprise)!;

        output.WriteLine($"{best}");
        Assert.True(best.Guesses >= 96 && best.Hits >= 0.95 * best.Guesses, $"{best}");
    }
}
