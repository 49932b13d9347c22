namespace TitleWorkflow.Application.Notices;

/// <summary>Carries a mail out of the house. Without one configured, messages are shown in the product and logged.</summary>
public interface IMailSender
{
    /// <summary>Sends one message; <paramref name="id"/> is its delivery key, the same on every attempt.</summary>
    Task SendAsync(Guid id, string to, string text, IReadOnlyList<string> values, string? link, CancellationToken ct);
}
