using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>One line of a case's history (办理过程), as the reader may know it.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="At">When.</param>
/// <param name="Office">Which office; null for the applicant, the product's clock, and to experts.</param>
/// <param name="Person">Who, to offices only; null otherwise.</param>
/// <param name="Note">Opinion, reason or number; null if none.</param>
public sealed record HistoryLine(
    HistoryAct Act, Stage Stage, DateTimeOffset At, string? Office, string? Person, string? Note)
{
    /// <summary>The lines the reader may know, newest first.</summary>
    internal static IReadOnlyList<HistoryLine> For(Sight sight, IEnumerable<HistoryEntry> entries) =>
    [
        .. entries.Where(e => Discretion.Tells(sight, e)).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(e => new HistoryLine(
                e.Act, e.Stage, e.At,
                sight == Sight.Expert ? null : e.Office,
                sight is Sight.Office or Sight.Employer ? e.PersonName : null,
                e.Note)),
    ];
}
