using TitleWorkflow.Application.Notices;

namespace TitleWorkflow.Web.Notices;

/// <summary>Without a mail server, what would be sent is logged; people find it under their notices.</summary>
internal sealed class LoggedMailSender(ILogger<LoggedMailSender> logger) : IMailSender
{
    public Task SendAsync(
        Guid id, string to, string text, IReadOnlyList<string> values, string? link, CancellationToken ct)
    {
        // Neither address nor values: a log is read by more people than a letter.
        logger.LogInformation("Mail {Id} not sent, no mail server is configured: {Text}", id, text);

        return Task.CompletedTask;
    }
}
