using Journal.EventStore;

namespace Journal.Tests.EventStore;

public sealed class NamingAnEventType
{
    [Theory]
    [InlineData("AmountPosted", "amount_posted")]
    [InlineData("AccountV2Opened", "account_v2_opened")]
    [InlineData("HTTPRequestSent", "http_request_sent")]
    [InlineData("Order2Placed", "order_2_placed")]
    [InlineData("Posted", "posted")]
    public void Follows_Martens_alias(string clrName, string stored) => Assert.Equal(stored, StoredName.Of(clrName));
}
