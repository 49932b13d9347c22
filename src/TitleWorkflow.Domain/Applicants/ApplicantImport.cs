using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Applicants;

/// <summary>Identifies an import.</summary>
public readonly record struct ApplicantImportId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static ApplicantImportId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>
/// A list of applicants (申报人名单) that an office hands in as a spreadsheet. Its rows are worked off in order, a few in one
/// commit; each becomes a person with a draft, or is refused with what is wrong in it.
/// </summary>
public sealed class ApplicantImport : Aggregate
{
    private ApplicantImport()
    {
    }

    /// <summary>A list of <paramref name="rows"/> rows that is to be worked off.</summary>
    /// <param name="plan">The plan the drafts are opened under.</param>
    /// <param name="office">The office that hands it in; its area is where the applicants must work.</param>
    /// <param name="by">Who handed it in.</param>
    /// <param name="fileName">Name of the file as uploaded.</param>
    /// <param name="headings">Headings of the list, in the order of its columns.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">No row, or more than <see cref="ApplicantRules.MostRows"/>.</exception>
    public ApplicantImport(
        PlanId plan, OrganisationId office, PersonId by, string fileName, IReadOnlyList<string> headings, int rows, DateTimeOffset now)
    {
        ApplicantRules.SheetSize.Require(rows is > 0 and <= ApplicantRules.MostRows);
        Id = ApplicantImportId.New();
        Plan = plan;
        Office = office;
        ImportedBy = by;
        FileName = fileName;
        Headings = [.. headings];
        Total = rows;
        StartedAt = now;
        DueAt = now;
    }

    /// <summary>Identity.</summary>
    public ApplicantImportId Id { get; private set; }

    /// <summary>The plan the drafts are opened under.</summary>
    public PlanId Plan { get; private set; }

    /// <summary>The office that handed it in.</summary>
    public OrganisationId Office { get; private set; }

    /// <summary>Who handed it in.</summary>
    public PersonId ImportedBy { get; private set; }

    /// <summary>Name of the file as uploaded.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Headings of the list, in the order of its columns.</summary>
    public List<string> Headings { get; private set; } = [];

    /// <summary>How many rows it has.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them became drafts.</summary>
    public int Imported { get; private set; }

    /// <summary>How many were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How many are worked off.</summary>
    public int Done => Imported + Refused;

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When the clock goes on with it; null once it has ended, or was put aside.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When its last row was worked off, or it was stopped; null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True if it was stopped before its last row.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Some rows are worked off; with the last one it ends.</summary>
    public void Count(int imported, int refused, DateTimeOffset now)
    {
        Imported += imported;
        Refused += refused;
        if (Done == Total)
        {
            End(now);
        }
    }

    /// <summary>The office stops it; what has been worked off stays.</summary>
    /// <exception cref="RuleBrokenException">It has ended.</exception>
    public void Stop(DateTimeOffset now)
    {
        ApplicantRules.ImportRunning.Require(EndedAt is null);
        IsStopped = true;
        End(now);
    }

    /// <summary>Puts it aside, or has the clock go on with it.</summary>
    public void Schedule(DateTimeOffset? dueAt) => DueAt = dueAt;

    private void End(DateTimeOffset now)
    {
        EndedAt = now;
        DueAt = null;
    }
}
