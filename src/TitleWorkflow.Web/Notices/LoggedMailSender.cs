using TitleWorkflow.Application.Notices;

namespace TitleWorkflow.Web.Notices;

/// <summary>Without a mail server, what would be sent is logged; people find it under their notices.</summary>
internal sealed class LoggedMailSender(ILogger<LoggedMailSender> logger) : IMailSender
{
    public Task SendAsync(
        Guid id, string to, string text, IReadOnlyList<string> values, string? link, CancellationToken ct)
    {
        logger.LogInformation("Mail {Id} to {To}: {Text}", id, to, text);

        return Task.CompletedTask;
    }
}
