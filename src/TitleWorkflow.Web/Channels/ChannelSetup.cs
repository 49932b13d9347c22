namespace TitleWorkflow.Web.Channels;

/// <summary>The adviser's guard and words.</summary>
internal static class ChannelSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        // By the real clock, whatever a demonstration's clock says.
        services.AddSingleton(new AdviceAsked(TimeProvider.System));
        services.AddScoped<AdviceDesk>();
        services.AddSingleton<AdviceWords>();

        return services;
    }
}
