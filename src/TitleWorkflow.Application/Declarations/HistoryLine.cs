using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>One line of a case's history (办理过程), as the reader may know it.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="At">When.</param>
/// <param name="Office">Which office; null for the applicant, the product's clock, and to experts.</param>
/// <param name="EnglishOffice">Its English name; null if it has none.</param>
/// <param name="Person">Who, to offices only; null otherwise.</param>
/// <param name="Note">Opinion, reason or number; null if none.</param>
public sealed record HistoryLine(
    HistoryAct Act,
    Stage Stage,
    DateTimeOffset At,
    string? Office,
    string? EnglishOffice,
    string? Person,
    string? Note)
{
    // The decision and what its flow makes of it are one unit of work, though two readings of the clock.
    private static readonly TimeSpan SameAct = TimeSpan.FromMinutes(1);

    /// <summary>The lines of a case the reader may know, newest first.</summary>
    internal static async Task<IReadOnlyList<HistoryLine>> ReadAsync(
        TitleDb db, Declaration declaration, Sight sight, CancellationToken ct)
    {
        var blind = sight.Blinds(declaration);
        var entries = await db.History.AsNoTracking().Where(h => h.Declaration == declaration.Id).ToListAsync(ct);
        var offices = entries.Select(e => e.Office).OfType<string>().Distinct().ToList();
        var english = await db.Organisations.Where(o => offices.Contains(o.Name) && o.EnglishName != null)
            .Select(o => new { o.Name, o.EnglishName }).ToListAsync(ct);
        return Merged(
        [
            .. entries.Where(e => Discretion.Tells(sight, e)).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
                .Select(e => new HistoryLine(
                    e.Act,
                    e.Stage,
                    e.At,
                    sight.IsExpert() ? null : e.Office,
                    sight.IsExpert() ? null : english.Find(o => o.Name == e.Office)?.EnglishName,
                    sight is Sight.Office or Sight.Employer ? e.PersonName : null,
                    blind is null ? e.Note : blind.Text(e.Note))),
        ]);
    }

    // An office that passes a case and thereby accepts it has done one thing, told once with who did it and why.
    private static List<HistoryLine> Merged(List<HistoryLine> lines)
    {
        for (var i = lines.Count - 2; i >= 0; i--)
        {
            if (lines[i] is { Act: HistoryAct.Accepted } accepted && lines[i + 1] is { Act: HistoryAct.Passed } passed
                && accepted.Stage == passed.Stage && accepted.Office == passed.Office && accepted.At - passed.At < SameAct)
            {
                lines[i] = accepted with { Person = passed.Person, Note = passed.Note };
                lines.RemoveAt(i + 1);
            }
        }

        return lines;
    }
}
