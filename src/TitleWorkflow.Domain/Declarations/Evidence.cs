namespace TitleWorkflow.Domain.Declarations;

/// <summary>What a file may be; found by its first bytes, never by its name.</summary>
public enum EvidenceType
{
    /// <summary>PDF document.</summary>
    Pdf,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>PNG picture.</summary>
    Png,
}

/// <summary>A file that proves one fact of a dossier or answers one item of a supplement notice (证明材料).</summary>
public sealed class Evidence
{
    /// <summary>Largest file accepted, in bytes: 20 MB.</summary>
    public const long MaximumSize = 20L * 1024 * 1024;

    private Evidence()
    {
    }

    internal Evidence(
        DeclarationId declaration, string fact, string fileName, EvidenceType type, long size, string sha256, DateTimeOffset now,
        bool isMasked)
    {
        Id = EvidenceId.New();
        Declaration = declaration;
        Fact = fact;
        FileName = fileName;
        Type = type;
        Size = size;
        Sha256 = sha256;
        AttachedAt = now;
        IsMasked = isMasked;
    }

    /// <summary>Identity.</summary>
    public EvidenceId Id { get; private set; }

    /// <summary>The case it belongs to.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>The fact it proves, as <c>section/field</c>, or the notice item it answers, as <c>supplement/number</c>.</summary>
    public string Fact { get; private set; } = "";

    /// <summary>Name as uploaded, without any folder.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What its bytes say it is.</summary>
    public EvidenceType Type { get; private set; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of its bytes, lower-case hex; also its address in the vault.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>When it was attached.</summary>
    public DateTimeOffset AttachedAt { get; private set; }

    /// <summary>Whether the applicant made it for experts who read blind: it names neither person nor employer (遮盖版).</summary>
    public bool IsMasked { get; private set; }

    /// <summary>When it was taken off again; null while it counts. The file itself is kept.</summary>
    public DateTimeOffset? DetachedAt { get; internal set; }
}
