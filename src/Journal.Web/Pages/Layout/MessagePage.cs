using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Layout;

/// <summary>Pages that have little to show.</summary>
internal static class MessagePage
{
    public static Html Welcome() => new PageLayout("Welcome", null).Around(Html.Of($"""
        <h1>Your journal is here, and it is yours alone</h1>
        <p class="lead">It shows where your practices hold, where they slip back after progress, and what happened in those weeks.</p>
        <p>To open it you need a sign-in link. It signs one browser in, once, and is good for ten minutes:</p>
        <ul>
        <li>{Command.Serve} prints one when it starts;</li>
        <li>{Command.Link}, on the machine that serves the journal, prints a new one.</li>
        </ul>
        <p>You have a link's code already? <a href="/sign-in">Sign in with the code</a>.</p>
        """));

    /// <summary>Nothing is at this address, for anybody.</summary>
    public static Html NoAddress(string? handle) => new PageLayout("Not found", handle).Around(Html.Of($"""
        <h1>There is no such page</h1>
        <p>The address may have been cut short on its way here.</p>
        <p><a href="/">Where things stand</a></p>
        """));

    /// <summary>The address is well formed and nothing of this person's is there.</summary>
    public static Html Nothing(string handle) => new PageLayout("Not found", handle).Around(Html.Of($"""
        <h1>There is no such page</h1>
        <p>A cycle is found by rules, over days: asked by others, it may not be there.</p>
        <p><a href="/">Where things stand</a></p>
        """));
}
