using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Feeds;
using Journal.Web.Reactions.Webhooks;
using Marten;

namespace Journal.Web.Reactions;

/// <summary>What the journal keeps to tell by itself. All but the server's own key is a person's, under their tenant, and goes with them.</summary>
internal static class ReactionDocuments
{
    public static void Configure(StoreOptions options, TimeProvider clock)
    {
        options.Schema.For<NoticeRecord>().DocumentAlias("notice").Index(notice => notice.At);
        options.Schema.For<Reminder>();
        options.Schema.For<QuietHours>();
        options.Schema.For<Alarm>().Index(alarm => alarm.Due);
        options.Schema.For<Channel>();
        options.Schema.For<Webhook>();
        options.Schema.For<Delivery>().Index(delivery => delivery.Due).Index(delivery => delivery.Way);
        options.Schema.For<Feed>();
        options.Schema.For<VapidKey>().SingleTenanted();
        ReactionsProjection.Register(options, clock);
    }
}
