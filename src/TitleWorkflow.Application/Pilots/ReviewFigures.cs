using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>Whose power a review rests on.</summary>
public enum ReviewPower
{
    /// <summary>The government's: every committee of city and province.</summary>
    Government,

    /// <summary>A pilot enterprise's own.</summary>
    Enterprise,

    /// <summary>An association's, for its trade.</summary>
    Association,
}

/// <summary>What came of reviews.</summary>
/// <param name="Accepted">Declarations accepted for review.</param>
/// <param name="Filed">Of those, confirmed or filed.</param>
/// <param name="Certificates">Of those, certified, and the certificate is valid.</param>
public sealed record ReviewFigures(int Accepted, int Filed, int Certificates)
{
    /// <summary>None of anything.</summary>
    public static ReviewFigures None { get; } = new(0, 0, 0);

    /// <summary>The sum of two.</summary>
    public static ReviewFigures operator +(ReviewFigures one, ReviewFigures other) => new(
        one.Accepted + other.Accepted, one.Filed + other.Filed, one.Certificates + other.Certificates);
}

/// <summary>What came of the reviews of one committee, year, channel and level.</summary>
internal sealed record ReviewCount(OrganisationId Committee, Channel Channel, TitleLevel Level, ReviewFigures Figures)
{
    /// <summary>Whose power the review rested on.</summary>
    public ReviewPower Power => Channel switch
    {
        Channel.EnterpriseAutonomous => ReviewPower.Enterprise,
        Channel.SocialReview => ReviewPower.Association,
        _ => ReviewPower.Government,
    };

    /// <summary>Counts, each case once; results show only after their publicity, when they are confirmed or filed.</summary>
    public static async Task<List<ReviewCount>> OfAsync(TitleDb db, IQueryable<Declaration> cases, CancellationToken ct)
    {
        var accepted = cases.Where(d => d.AcceptedAt != null);
        var counts = await accepted.GroupBy(d => new { d.Committee, d.Channel, d.Level })
            .Select(g => new { g.Key.Committee, g.Key.Channel, g.Key.Level, All = g.Count(), Filed = g.Count(d => d.ConfirmedAt != null) })
            .ToListAsync(ct);
        var certified = await accepted
            .Join(db.Certificates.Where(c => c.Status == CertificateStatus.Valid), d => d.Id, c => c.Declaration, (d, c) => d)
            .GroupBy(d => new { d.Committee, d.Channel, d.Level })
            .Select(g => new { g.Key.Committee, g.Key.Channel, g.Key.Level, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Committee, g.Channel, g.Level), g => g.Count, ct);
        return
        [
            .. counts.Select(c => new ReviewCount(
                c.Committee, c.Channel, c.Level,
                new ReviewFigures(c.All, c.Filed, certified.GetValueOrDefault((c.Committee, c.Channel, c.Level))))),
        ];
    }
}
