using TitleWorkflow.Application.Notices;

namespace TitleWorkflow.Web.Notices;

/// <summary>How people are told things.</summary>
internal static class NoticeSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<NoticeWords>();
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection(SmtpOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

        return string.IsNullOrEmpty(configuration[$"{SmtpOptions.Section}:{nameof(SmtpOptions.Host)}"])
            ? services.AddSingleton<IMailSender, LoggedMailSender>()
            : services.AddSingleton<IMailSender, SmtpMailSender>();
    }
}
