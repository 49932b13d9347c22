using System.Collections.Concurrent;
using TitleWorkflow.Application.Notices;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>A letter box in place of a mail server.</summary>
public sealed class RecordedMail : IMailSender
{
    private readonly ConcurrentQueue<Letter> letters = new();

    /// <summary>What was sent, oldest first.</summary>
    public IReadOnlyList<Letter> Letters => [.. letters];

    /// <summary>While true, every attempt fails.</summary>
    public bool IsDown { get; set; }

    /// <inheritdoc />
    public Task SendAsync(Guid id, string to, string text, IReadOnlyList<string> values, string? link, CancellationToken ct)
    {
        if (IsDown)
        {
            throw new IOException("The mail server does not answer.");
        }

        letters.Enqueue(new Letter(id, to, text, values, link));
        return Task.CompletedTask;
    }

    /// <summary>One message.</summary>
    public sealed record Letter(Guid Id, string To, string Text, IReadOnlyList<string> Values, string? Link);
}
