using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>What a person with an empty journal does first, at the command line or over HTTP.</summary>
internal static class FirstSteps
{
    public static Html Of(Uri server) => Html.Of($"""
        <section aria-labelledby="begin">
        <h2 id="begin">Three things to do first</h2>
        <ol class="steps">
        <li><h3>Say what you mean to do</h3>
        <p>A practice has a name and how often: here three times in seven days.</p>
        {Command.Block("journal practice adopt \"Write\" --times 3 --days 7")}
        <p>A Loop Habit Tracker database has its practices and all their outcomes in it already:</p>
        {Command.Block("journal import loop loop.db")}
        </li>
        <li><h3>Say how it went</h3>
        <p>Done, missed, or skipped with a reason. After two known weeks this page begins to answer.</p>
        {Command.Block("journal outcome done \"Write\" --note \"before breakfast\"")}
        </li>
        <li><h3>Say what you believe about it</h3>
        <p>What happens then speaks for or against it, and shows which layer limits you.</p>
        {Command.Block("journal belief state \"Writing early makes the day better\" --scope worthActingOn --strength 0.8")}
        </li>
        </ol>
        <details><summary>The same over HTTP</summary>
        <p>Programs show a token, which the first line issues. The answer to the second holds the practice’s id.</p>
        {Command.Block("journal token create")}
        {Command.Block(Post(server, "practices", """{"title":"Write","times":3,"days":7}"""))}
        {Command.Block(Post(server, "practices/ID/outcomes", """{"kind":"finished","note":"before breakfast"}"""))}
        {Command.Block(Post(server, "beliefs", """{"text":"Writing early makes the day better","scope":"worthActingOn","strength":0.8}"""))}
        </details>
        </section>
        """);

    private static string Post(Uri server, string path, string body) => $"""
        curl {new Uri(server, $"/api/v1/{path}")} \
          -H "Authorization: Bearer $JOURNAL_TOKEN" \
          -H "Content-Type: application/json" \
          -d '{body}'
        """;
}
