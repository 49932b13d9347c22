namespace TitleWorkflow.Application.Pipeline;

/// <summary>A request that changes something: it runs in one transaction, once per idempotency key, and is audited.</summary>
public interface ICommand
{
    /// <summary>What it is about, for the audit log: an id or number; empty if nothing in particular.</summary>
    string Subject => "";

    /// <summary>Tells it apart from others that one request sends under one idempotency key; empty where it is the only one.</summary>
    string KeyPart => "";

    /// <summary>
    /// Whether its answer is kept for a retry. False for answers that may be shown once and stored nowhere.
    /// </summary>
    bool KeepsAnswer => true;

    /// <summary>Whether the audit log says who sent it and from where. False for what may be said without a name.</summary>
    bool NamesActor => true;
}
