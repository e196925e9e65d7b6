using Journal.Web.Access;

namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class SigningInByPasskey(ServedPages pages)
{
    [Fact]
    public async Task Adds_one_signs_in_with_it_and_shows_with_it_who_sits_there()
    {
        await using var me = await pages.VisitAsync();
        // A key is bound to a name, and an address is none.
        var here = new UriBuilder(pages.Address) { Host = "localhost" }.Uri;
        var device = await me.Context.NewCDPSessionAsync(me.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true },
        });
        await me.Page.GotoAsync((await pages.Get<SignInLinks>().IssueAsync(me.Person.Id, here, AuditSource.Terminal, CancellationToken.None)).ToString());
        await me.Page.ClickAsync("#go");
        await me.Page.WaitForSelectorAsync(".ways");

        await me.Page.GotoAsync(new Uri(here, "/settings/sign-in").ToString());
        await me.Page.FillAsync("#passkey-label", "my laptop");
        await me.Page.ClickAsync("text=Add a passkey");
        await me.Page.WaitForSelectorAsync("text=Remove: my laptop");

        await me.Page.ClickAsync("form.session button");
        await me.Page.WaitForSelectorAsync("#code");
        await me.Page.ClickAsync("text=Use a passkey");
        await me.Page.WaitForSelectorAsync(".ways");
        Assert.Contains(me.Person.Handle, await me.Page.InnerTextAsync("header"), StringComparison.Ordinal);

        await me.Page.GotoAsync(new Uri(here, "/prove?back=/settings/audit").ToString());
        await me.Page.ClickAsync("text=Use a passkey");
        await me.Page.WaitForSelectorAsync("text=You showed again who you are");
        await me.Page.WaitForSelectorAsync("text=A passkey was added");
        Assert.Empty(me.Violations);
    }
}
