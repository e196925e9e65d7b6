using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Feeds;
using Journal.Web.Reactions.Webhooks;

namespace Journal.Web.Reactions;

internal static class ReactionServices
{
    public static void Add(IServiceCollection services, bool runs)
    {
        services.AddSingleton<Notices>().AddSingleton<Reminders>().AddSingleton<Alarms>().AddSingleton<OutwardHttp>().AddSingleton<Vapid>();
        services.AddSingleton<ChannelSender>().AddSingleton<ChannelRegistry>().AddSingleton<WebhookSender>().AddSingleton<WebhookRegistry>().AddSingleton<Deliveries>().AddSingleton<CalendarFeeds>();
        if (runs)
            services.AddHostedService<ReactionLoop>();
    }
}
