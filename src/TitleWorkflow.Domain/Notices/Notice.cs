using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Notices;

/// <summary>
/// A message to one person in the product (通知). It keeps a text key and its values, so that each reader gets their own
/// language; it never carries identity numbers, scores or votes.
/// </summary>
public sealed class Notice
{
    private Notice()
    {
    }

    /// <summary>Tells a person something.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="text">Text key.</param>
    /// <param name="values">Values for the text's places, in order.</param>
    /// <param name="link">Page it leads to; null if none.</param>
    /// <param name="at">When.</param>
    public Notice(PersonId person, string text, IReadOnlyList<string> values, string? link, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        Person = person;
        Text = text;
        Values = [.. values];
        Link = link;
        At = at;
    }

    /// <summary>Identity, time-ordered.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whom it tells.</summary>
    public PersonId Person { get; private set; }

    /// <summary>Text key.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Values for the text's places, in order.</summary>
    public List<string> Values { get; private set; } = [];

    /// <summary>Page it leads to; null if none.</summary>
    public string? Link { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was read; null before.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Marks it read; the first reading counts.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
