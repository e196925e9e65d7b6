using Journal.Server.Pages.Layout;
using Journal.Server.Pages.Markup;

namespace Journal.Server.Pages.Overview;

/// <summary>What a person with an empty journal does first.</summary>
internal static class FirstSteps
{
    public static Html Of(Uri server) => Html.Of($"""
        <section aria-labelledby="begin">
        <h2 id="begin">Three things to do first</h2>
        <ol class="steps">
        <li><h3>Get a token</h3>
        <p>Programs show it to get in; this page needs none.</p>
        {Command.Block("journal token create")}
        </li>
        <li><h3>Say what you mean to do</h3>
        <p>A practice has a name and how often: here three times in seven days. The answer holds its id.</p>
        {Command.Block(Post(server, "practices", """{"title":"Write","times":3,"days":7}"""))}
        <p>A Loop Habit Tracker database has its practices and years of outcomes in it already:</p>
        {Command.Block("journal import loop loop.db")}
        </li>
        <li><h3>Say how it went</h3>
        <p>Finished, missed, or skipped with a reason. After two known weeks this page begins to answer.</p>
        {Command.Block(Post(server, "practices/ID/outcomes", """{"kind":"finished","note":"before breakfast"}"""))}
        </li>
        </ol>
        </section>
        """);

    private static string Post(Uri server, string path, string body) => $"""
        curl {new Uri(server, $"/api/v1/{path}")} \
          -H "Authorization: Bearer $JOURNAL_TOKEN" \
          -H "Content-Type: application/json" \
          -d '{body}'
        """;
}
