using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>Why an expert of the pool is not eligible for a draw; the first that applies counts.</summary>
public enum DrawFilter
{
    /// <summary>Another series or specialty, or a title below the level reviewed.</summary>
    SpecialtyAndLevel,

    /// <summary>The term does not cover the meeting, or the expert has left the pool.</summary>
    Term,

    /// <summary>Suspended.</summary>
    Suspended,

    /// <summary>Works, or worked within three years, where an applicant works.</summary>
    SameEmployer,

    /// <summary>Declared kinship, supervision or common work with an applicant, or on an applicant's avoid list.</summary>
    Relation,

    /// <summary>Has sat in too many meetings of the year, or in too many consecutive years.</summary>
    Load,
}

/// <summary>How many a filter removed.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Enterprise">Experts nominated by enterprises.</param>
/// <param name="Other">Others.</param>
public sealed record DrawExclusion(DrawFilter Filter, int Enterprise, int Other);

/// <summary>An expert who may be drawn.</summary>
/// <param name="Expert">Who.</param>
/// <param name="FromEnterprise">Nominated by an enterprise.</param>
/// <param name="Outside">Works outside the organising unit.</param>
/// <param name="Employer">The employer's key: equal for all who work at one.</param>
public sealed record DrawCandidate(PersonId Expert, bool FromEnterprise, bool Outside, string Employer);

/// <summary>Everybody who may be drawn, in the order of their ids, and how many were not eligible and why.</summary>
public sealed class DrawPool
{
    /// <summary>Freezes a pool; the order in which it is handed in does not matter.</summary>
    /// <exception cref="ArgumentException">Somebody is in it twice, or an employer is both inside and outside.</exception>
    public DrawPool(IEnumerable<DrawCandidate> candidates, IReadOnlyList<DrawExclusion> exclusions)
    {
        // The printed form is compared, character by character: no two programming languages agree about ids.
        Candidates = [.. candidates.OrderBy(c => c.Expert.Value.ToString("D"), StringComparer.Ordinal)];
        if (Candidates.Zip(Candidates.Skip(1)).Any(pair => pair.First.Expert == pair.Second.Expert))
        {
            throw new ArgumentException("An expert is in the pool twice.", nameof(candidates));
        }

        if (Candidates.GroupBy(c => c.Employer, StringComparer.Ordinal).Any(g => g.Any(c => c.Outside != g.First().Outside)))
        {
            throw new ArgumentException("An employer is both inside and outside.", nameof(candidates));
        }

        Exclusions = exclusions;
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        Employers = [.. Candidates.Select(c => keys.TryAdd(c.Employer, keys.Count) ? keys.Count - 1 : keys[c.Employer])];
        Kinds = [.. Candidates.Select(c => c.FromEnterprise ? 0 : 1)];
        Outside = new bool[keys.Count];
        AtEmployer = new int[2 * keys.Count];
        for (var i = 0; i < Employers.Length; i++)
        {
            Outside[Employers[i]] = Candidates[i].Outside;
            AtEmployer[(2 * Employers[i]) + Kinds[i]]++;
        }
    }

    /// <summary>Everybody who may be drawn, by the printed form of their ids.</summary>
    public IReadOnlyList<DrawCandidate> Candidates { get; }

    /// <summary>How many were removed, filter by filter.</summary>
    public IReadOnlyList<DrawExclusion> Exclusions { get; }

    // What a draw asks of everybody again and again, laid out flat: a draw then costs what it walks, not what the pool holds.
    internal int[] Employers { get; }

    internal int[] Kinds { get; }

    internal bool[] Outside { get; }

    internal int[] AtEmployer { get; }

    /// <summary>
    /// SHA-256 over the text <c>TitleWorkflow.DrawPool/1</c>, the number of filters and for each its name and the two counts,
    /// the number of candidates and for each its id, whether nominated by an enterprise, whether from outside, and the
    /// employer's key, as <see cref="DrawAlgorithm"/> writes them.
    /// </summary>
    public string Hash()
    {
        var bytes = new CanonicalBytes().Text("TitleWorkflow.DrawPool/1").Number(Exclusions.Count);
        foreach (var exclusion in Exclusions)
        {
            bytes.Text(exclusion.Filter.ToString()).Number(exclusion.Enterprise).Number(exclusion.Other);
        }

        bytes.Number(Candidates.Count);
        foreach (var candidate in Candidates)
        {
            bytes.Id(candidate.Expert.Value).Flag(candidate.FromEnterprise).Flag(candidate.Outside).Text(candidate.Employer);
        }

        return bytes.Hash();
    }
}
