using System.ComponentModel.DataAnnotations;

namespace TitleWorkflow.Web.Notices;

/// <summary>The mail server (<c>Smtp:*</c>). Without a host, mails are logged instead of sent.</summary>
internal sealed class SmtpOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Smtp";

    /// <summary>Name of the server; empty for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port, 1 to 65535; 25 by default.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 25;

    /// <summary>Whether the connection is encrypted; on by default.</summary>
    public bool EnableSsl { get; set; } = true;

    /// <summary>Account at the server; empty for none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Sender's address.</summary>
    [EmailAddress]
    public string From { get; set; } = "noreply@localhost.localdomain";

    /// <summary>Address under which people reach the product, for links: <c>https://title.example.cn</c>; empty for no links.</summary>
    public string Site { get; set; } = "";
}
