using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Notices;

/// <summary>Sends mails through the configured server, in the same words as the notice in the product.</summary>
internal sealed class SmtpMailSender(NoticeWords words, IStringLocalizer texts, IOptions<SmtpOptions> options) : IMailSender
{
    public async Task SendAsync(
        Guid id, string to, string text, IReadOnlyList<string> values, string? link, CancellationToken ct)
    {
        // Nobody's request runs here, so the recipient's language is the product's first; it ends with this method.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
        var server = options.Value;
        using var message = new MailMessage(server.From, to)
        {
            Subject = texts["notice.mail.subject", words.Title(text)],
            SubjectEncoding = Encoding.UTF8,
            Body = Body(words.Sentence(text, values), link, server.Site),
            BodyEncoding = Encoding.UTF8,
        };

        // The same on every attempt: a mail that arrives twice is recognised as one.
        message.Headers.Add("Message-ID", $"<{id:N}@{new MailAddress(server.From).Host}>");
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.EnableSsl };
        if (server.UserName.Length > 0)
        {
            client.Credentials = new NetworkCredential(server.UserName, server.Password);
        }

        await client.SendMailAsync(message, ct);
    }

    private string Body(string sentence, string? link, string site)
    {
        var body = new StringBuilder(sentence).Append("\r\n\r\n");
        if (link is not null && site.Length > 0)
        {
            body.Append(texts["notice.mail.link", site.TrimEnd('/') + link]).Append("\r\n\r\n");
        }

        return body.Append(texts["notice.mail.foot"]).ToString();
    }
}
