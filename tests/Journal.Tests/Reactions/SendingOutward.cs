using System.Net;
using Journal.Web;
using Journal.Web.Reactions;
using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Webhooks;

namespace Journal.Tests.Reactions;

/// <summary>What may go where, how it is signed, and when it is tried again.</summary>
public sealed class SendingOutward
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("192.0.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12::1")]
    [InlineData("ff02::1")]
    [InlineData("::127.0.0.1")]
    public void An_address_of_this_machine_or_its_networks_is_not_public(string address) => Assert.False(OutwardHttp.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void Any_other_is(string address) => Assert.True(OutwardHttp.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://example.org/", false, true)]
    [InlineData("https://example.org/hook?a=b", true, true)]
    [InlineData("https://user:word@example.org/", false, false)]
    [InlineData("https://127.0.0.1/", false, true)]
    [InlineData("https://2130706433/", false, true)]
    [InlineData("https://0x7f.1/", false, true)]
    [InlineData("https://[::1]/", false, true)]
    [InlineData("https://[::ffff:10.0.0.1]/", false, true)]
    [InlineData("ftp://example.org/", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("example.org", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void An_address_is_taken_or_not_by_how_it_is_written(string? address, bool usually, bool ifPrivateIsAllowed)
    {
        using var careful = new OutwardHttp(new());
        using var open = new OutwardHttp(new() { WebhooksToPrivate = true });
        Assert.Equal((usually, ifPrivateIsAllowed), (careful.Takes(address), open.Takes(address)));
    }

    // The example of the Standard Webhooks specification.
    [Fact]
    public void A_signature_is_what_Standard_Webhooks_says() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""));

    [Fact]
    public void After_a_change_of_secrets_both_sign_for_a_while()
    {
        var hook = new Webhook(Guid.NewGuid(), Guid.NewGuid(), "https://example.org/", null, Words: false, "new", "old", Now.AddHours(24), 0, Now, Off: false);
        Assert.Equal(["new", "old"], hook.Secrets(Now.AddHours(23)));
        Assert.Equal(["new"], hook.Secrets(Now.AddHours(24)));
    }

    [Fact]
    public void What_fails_is_tried_seven_times_in_some_31_hours_and_then_given_up()
    {
        var (delivery, now) = (Delivery.OfEvent(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Now), Now);
        for (; delivery.State == DeliveryState.Waiting; now = DateTimeOffset.FromUnixTimeMilliseconds(delivery.Due ?? now.ToUnixTimeMilliseconds()))
            delivery = delivery.After(new(SendingResult.Failed, 500, "refused"), now);
        Assert.Equal((7, DeliveryState.GivenUp, null), (delivery.Tries, delivery.State, delivery.Due));
        Assert.InRange(now - Now, TimeSpan.FromHours(31), TimeSpan.FromHours(32));
    }

    [Fact]
    public void The_same_thing_on_the_same_way_has_the_same_id()
    {
        var (way, about) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(Delivery.IdOf(way, about), Delivery.OfEvent(Guid.NewGuid(), way, about, Now).Id);
        Assert.NotEqual(Delivery.IdOf(about, way), Delivery.IdOf(way, about));
    }

    [Theory]
    [InlineData("smtps://me:a%40b@mail.example.org?from=journal@example.org", "mail.example.org", 465, "me", "a@b")]
    [InlineData("smtp://mail.example.org:2525?from=journal@example.org", "mail.example.org", 2525, null, null)]
    public void A_mail_server_is_read_from_one_address(string address, string host, int port, string? user, string? password)
    {
        var server = MailServer.Parse(address);
        Assert.Equal((host, port, user, password), (server.Host, server.Port, server.User, server.Password));
    }

    [Theory]
    [InlineData("mail.example.org")]
    [InlineData("smtp://mail.example.org")]
    [InlineData("https://mail.example.org?from=journal@example.org")]
    public void What_is_no_mail_server_is_refused(string address) => Assert.Throws<ArgumentException>(() => new JournalServerOptions { Smtp = address }.Validated());

    [Fact]
    public void Without_words_a_notice_names_nothing() =>
        Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.NotEqual("", NoticeWords.Of(kind, null, null)));
}
