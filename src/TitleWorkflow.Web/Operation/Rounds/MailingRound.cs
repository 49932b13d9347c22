using TitleWorkflow.Application.Notices;

namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>Looks every second whether mails wait. Apart from what the clock brings: a slow mail server delays no flow.</summary>
internal sealed class MailingRound(MailRound mails, ILogger<MailingRound> logger) : Round(TimeSpan.FromSeconds(1), logger)
{
    protected override Task RunAsync(CancellationToken ct) => mails.RunAsync(ct);
}
