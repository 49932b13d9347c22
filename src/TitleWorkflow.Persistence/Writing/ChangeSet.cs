using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>One row to be written: the statement and its parameters.</summary>
internal readonly record struct RowChange(RowStatement Statement, object?[] Values);

/// <summary>
/// What one command changes, read off its context before it queues, so that the writer has nothing to do but write.
/// </summary>
/// <param name="Rows">Every row, in an order that no reference between rows forbids.</param>
/// <param name="Audit">Lines for the end of the audit chain; they get their places from the writer.</param>
internal sealed record ChangeSet(IReadOnlyList<RowChange> Rows, IReadOnlyList<AuditDraft> Audit)
{
    /// <summary>Everything <paramref name="db"/> tracks as changed.</summary>
    public static ChangeSet Of(TitleDb db, IReadOnlyList<AuditDraft> audit, RowStatements statements)
    {
        db.CountVersions();
        var rows = new List<RowChange>();
        foreach (var entry in db.ChangedEntries())
        {
            if (statements.For(entry) is { } statement)
            {
                rows.Add(new RowChange(statement, statement.Values(entry)));
            }
        }

        return new ChangeSet([.. rows.OrderBy(r => r.Statement.Order)], audit);
    }
}
