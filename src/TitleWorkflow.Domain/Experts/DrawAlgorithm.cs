using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>What the walk did with one expert.</summary>
public enum DrawStepKind
{
    /// <summary>Drawn as a member.</summary>
    Member,

    /// <summary>Drawn as an alternate.</summary>
    Alternate,

    /// <summary>Skipped: the seats for enterprise experts, or for others, are all taken.</summary>
    StratumFull,

    /// <summary>Skipped: the employer has its most already.</summary>
    EmployerFull,

    /// <summary>Skipped: those from inside the organising unit have their most already.</summary>
    InsideFull,

    /// <summary>Skipped: with this one seated, the other seats could not be filled any more.</summary>
    Reserved,
}

/// <summary>One step of the walk.</summary>
/// <param name="Expert">Who came up.</param>
/// <param name="Kind">What became of it.</param>
public sealed record DrawStep(PersonId Expert, DrawStepKind Kind);

/// <summary>A value that makes the draw unforeseeable.</summary>
/// <param name="Name">Its name, frozen in the policy.</param>
/// <param name="Value">The value, as it was published or called out.</param>
public sealed record DrawInput(string Name, string Value);

/// <summary>What came out.</summary>
/// <param name="Seed">The seed, hexadecimal.</param>
/// <param name="Walk">Everybody who came up, in order.</param>
public sealed record DrawOutcome(string Seed, IReadOnlyList<DrawStep> Walk)
{
    /// <summary>The members, in order.</summary>
    public IReadOnlyList<PersonId> Members => Of(DrawStepKind.Member);

    /// <summary>The alternates, in order.</summary>
    public IReadOnlyList<PersonId> Alternates => Of(DrawStepKind.Alternate);

    private List<PersonId> Of(DrawStepKind kind) => [.. Walk.Where(s => s.Kind == kind).Select(s => s.Expert)];
}

/// <summary>
/// The draw itself, version 1. Same pool, policy, inputs, subject and round give the same result everywhere; anybody may
/// re-implement it from these words.
/// <para>Bytes. A number is four bytes, big-endian, unsigned. A text is its length in bytes as a number, then UTF-8 of its
/// NFC form. An id is its sixteen bytes as printed. Yes and no are one byte, 1 and 0. They follow each other with nothing
/// between.</para>
/// <para>Seed. SHA-256 over: the text <c>TitleWorkflow.Draw/1</c>; the number of inputs and for each its name and value; the
/// pool's hash (32 bytes); the policy's hash (32 bytes); the id of what is drawn for; the round; the round's reason, an
/// empty text if none.</para>
/// <para>Seats. Members from enterprises: size × share, rounded up; other members: the rest, but no more than the employers'
/// most allows, what is missing goes to enterprises. Alternates likewise, out of what the members leave.</para>
/// <para>Walk. The pool in the order of its printed ids is shuffled from the front (Fisher–Yates): position i changes places
/// with i plus a number below the count of those left, from the stream of <c>HMAC-SHA-256(seed, counter)</c>, words at or above the
/// greatest multiple of the bound rejected. Whoever comes up is skipped if the seats of their kind are taken, else if the
/// employer has its most, else if they come from inside and those have their most, else if the rest could not be filled any
/// more; otherwise they take the first open seat of their kind, members before alternates. The walk ends when all are
/// taken.</para>
/// </summary>
public static class DrawAlgorithm
{
    /// <summary>Name and version, as records print it.</summary>
    public const string Version = "TitleWorkflow.Draw/1";

    /// <summary>The first constraint that makes the draw impossible; null if it can be held.</summary>
    public static DrawShortage? Shortage(DrawPool pool, DrawPolicy policy)
    {
        var (total, enterprise) = (policy.Total, policy.EnterpriseMembers + policy.EnterpriseAlternates);
        var nominated = pool.Kinds.Length - pool.Kinds.Sum();
        return Short(DrawConstraint.Pool, total, pool.Candidates.Count)
            ?? Short(DrawConstraint.EnterpriseShare, enterprise, nominated)
            ?? In(DrawConstraint.MaxPerEmployer, policy.Total)
            ?? In(DrawConstraint.OutsideShare, policy.MostInside);

        DrawShortage? In(DrawConstraint constraint, int mostInside)
        {
            var room = new DrawRoom(pool, policy.MaxPerEmployer, mostInside);
            return Short(constraint, enterprise, room.Most(0)) ?? Short(constraint, total, room.Most(2));
        }
    }

    /// <summary>The seed for these inputs, 32 bytes in hexadecimal.</summary>
    public static string Seed(
        IReadOnlyList<DrawInput> inputs, string poolHash, string policyHash, Guid subject, int round, string? reason)
    {
        var bytes = new CanonicalBytes().Text(Version).Number(inputs.Count);
        foreach (var input in inputs)
        {
            bytes.Text(input.Name).Text(input.Value);
        }

        return bytes.Raw(Convert.FromHexString(poolHash)).Raw(Convert.FromHexString(policyHash))
            .Id(subject).Number(round).Text(reason ?? "").Hash();
    }

    /// <summary>Draws members and ordered alternates.</summary>
    /// <exception cref="RuleBrokenException">The pool cannot meet the policy; the binding constraint is named.</exception>
    public static DrawOutcome Draw(DrawPool pool, DrawPolicy policy, string seed)
    {
        if (Shortage(pool, policy) is { } shortage)
        {
            throw new RuleBrokenException(shortage.Rule);
        }

        var room = new DrawRoom(pool, policy.MaxPerEmployer, policy.MostInside);
        var (members, alternates) = Seats(room, policy);
        var stream = new DrawStream(Convert.FromHexString(seed));
        var order = Enumerable.Range(0, pool.Candidates.Count).ToArray();
        var walk = new List<DrawStep>(2 * policy.Total);
        for (var i = 0; members[0] + members[1] + alternates[0] + alternates[1] > 0; i++)
        {
            var j = i + stream.Below(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
            room.Pass(order[i]);
            walk.Add(new DrawStep(pool.Candidates[order[i]].Expert, Step(pool, order[i], room, members, alternates)));
        }

        return new DrawOutcome(seed, walk);
    }

    private static (int[] Members, int[] Alternates) Seats(DrawRoom room, DrawPolicy policy)
    {
        var others = Math.Min(policy.Size - policy.EnterpriseMembers, room.Most(1));
        var otherAlternates = Math.Min(policy.Alternates - policy.EnterpriseAlternates, room.Most(1) - others);
        return ([policy.Size - others, others], [policy.Alternates - otherAlternates, otherAlternates]);
    }

    private static DrawStepKind Step(DrawPool pool, int candidate, DrawRoom room, int[] members, int[] alternates)
    {
        var kind = pool.Kinds[candidate];
        if (members[kind] + alternates[kind] == 0)
        {
            return DrawStepKind.StratumFull;
        }

        if (room.LeftAt(candidate) == 0)
        {
            return DrawStepKind.EmployerFull;
        }

        if (!pool.Candidates[candidate].Outside && room.InsideLeft == 0)
        {
            return DrawStepKind.InsideFull;
        }

        var seats = members[kind] > 0 ? members : alternates;
        seats[kind]--;
        room.Take(candidate, 1);
        if (room.CanSeat(members[0] + alternates[0], members[1] + alternates[1]))
        {
            return seats == members ? DrawStepKind.Member : DrawStepKind.Alternate;
        }

        seats[kind]++;
        room.Take(candidate, -1);
        return DrawStepKind.Reserved;
    }

    private static DrawShortage? Short(DrawConstraint constraint, int needed, int available) =>
        needed > available ? new DrawShortage(constraint, needed, available) : null;
}
