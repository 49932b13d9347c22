namespace TitleWorkflow.Persistence.Auditing;

/// <summary>The end of the audit chain inside one transaction; nobody else appends until it commits.</summary>
internal sealed class AuditChain(long sequence, string hash)
{
    private (long Sequence, string Hash) end = (sequence, hash);

    /// <summary>True if there are lines the stored end does not cover.</summary>
    public bool HasGrown => end != (sequence, hash);

    public AuditEntry Append(AuditDraft draft)
    {
        var entry = new AuditEntry(draft, end.Sequence + 1, end.Hash);
        end = (entry.Sequence, entry.Hash);
        return entry;
    }

    public (long Sequence, string Hash) Mark() => end;

    public void Return((long Sequence, string Hash) mark) => end = mark;
}
