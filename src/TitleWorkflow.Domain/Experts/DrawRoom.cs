namespace TitleWorkflow.Domain.Experts;

/// <summary>What keeps a draw from coming to an end.</summary>
public enum DrawConstraint
{
    /// <summary>Too few are eligible at all.</summary>
    Pool,

    /// <summary>Too few come from enterprises.</summary>
    EnterpriseShare,

    /// <summary>Too few are left once no employer has more than its most.</summary>
    MaxPerEmployer,

    /// <summary>Too few come from outside the organising unit.</summary>
    OutsideShare,
}

/// <summary>The first constraint that cannot be met, and by how many.</summary>
/// <param name="Constraint">Which.</param>
/// <param name="Needed">How many are needed.</param>
/// <param name="Available">How many there are.</param>
public sealed record DrawShortage(DrawConstraint Constraint, int Needed, int Available)
{
    /// <summary>How many are missing.</summary>
    public int Missing => Needed - Available;

    /// <summary>The rule that refuses the draw.</summary>
    public Rule Rule => Constraint switch
    {
        DrawConstraint.Pool => DrawRules.PoolLargeEnough,
        DrawConstraint.EnterpriseShare => DrawRules.EnterpriseShareMet,
        DrawConstraint.MaxPerEmployer => DrawRules.EmployersSpread,
        _ => DrawRules.OutsideShareMet,
    };
}

/// <summary>
/// Whether the seats still open can be filled from those not yet walked past. What employers allow of enterprise experts, of
/// others and of both together is counted; seats can be filled exactly if none of the three counts is below what is still
/// needed, because such counts bind independently of who is chosen.
/// </summary>
internal sealed class DrawRoom
{
    private const int Both = 2;

    private readonly DrawPool pool;
    private readonly int[] left;
    private readonly int[] waiting;
    private readonly int[] allowed = new int[6];

    public DrawRoom(DrawPool pool, int maxPerEmployer, int mostInside)
    {
        this.pool = pool;
        InsideLeft = mostInside;
        waiting = [.. pool.AtEmployer];
        left = new int[pool.Outside.Length];
        Array.Fill(left, maxPerEmployer);
        for (var employer = 0; employer < left.Length; employer++)
        {
            Count(employer, 1);
        }
    }

    /// <summary>Seats those from inside may still have.</summary>
    public int InsideLeft { get; private set; }

    /// <summary>Seats the candidate's employer may still have.</summary>
    public int LeftAt(int candidate) => left[pool.Employers[candidate]];

    /// <summary>How many of a kind, or of both (2), can still be seated.</summary>
    public int Most(int kind) => allowed[kind] + Math.Min(allowed[3 + kind], InsideLeft);

    /// <summary>Whether so many of each kind can still be seated together.</summary>
    public bool CanSeat(int enterprise, int other) =>
        enterprise <= Most(0) && other <= Most(1) && enterprise + other <= Most(Both);

    /// <summary>The walk has come to the candidate, who is not available any more.</summary>
    public void Pass(int candidate)
    {
        var employer = pool.Employers[candidate];
        Count(employer, -1);
        waiting[(2 * employer) + pool.Kinds[candidate]]--;
        Count(employer, 1);
    }

    /// <summary>The candidate takes a seat (1), or gives it back (-1).</summary>
    public void Take(int candidate, int seats)
    {
        var employer = pool.Employers[candidate];
        Count(employer, -1);
        left[employer] -= seats;
        Count(employer, 1);
        InsideLeft -= pool.Outside[employer] ? 0 : seats;
    }

    private void Count(int employer, int sign)
    {
        var zone = pool.Outside[employer] ? 0 : 3;
        var (enterprise, other) = (waiting[2 * employer], waiting[(2 * employer) + 1]);
        allowed[zone] += sign * Math.Min(left[employer], enterprise);
        allowed[zone + 1] += sign * Math.Min(left[employer], other);
        allowed[zone + Both] += sign * Math.Min(left[employer], enterprise + other);
    }
}
