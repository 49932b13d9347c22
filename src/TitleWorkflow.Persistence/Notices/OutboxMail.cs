namespace TitleWorkflow.Persistence.Notices;

/// <summary>A mail to send after the commit that wrote it; delivered at least once, recognised by its id.</summary>
public sealed class OutboxMail
{
    /// <summary>Identity and delivery key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Address.</summary>
    public required string To { get; init; }

    /// <summary>Text key of subject and body.</summary>
    public required string Text { get; init; }

    /// <summary>Values for the text's places.</summary>
    public required List<string> Values { get; init; }

    /// <summary>Page it leads to; null if none.</summary>
    public string? Link { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was sent; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Earliest next attempt; null once it is given up.</summary>
    public required DateTimeOffset? DueAt { get; set; }
}
