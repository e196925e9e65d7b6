namespace Journal.Web.Access;

/// <summary>What a person would call a browser, from what it says of itself, so that they know theirs in a list.</summary>
internal static class BrowserName
{
    // In this order: most browsers name those before them too.
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Sign, string Name)[] Machines = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Of(string? agent) => (Find(Browsers, agent), Find(Machines, agent)) switch
    {
        ({ } browser, { } machine) => $"{browser} on {machine}",
        ({ } browser, null) => browser,
        _ => "browser",
    };

    private static string? Find((string Sign, string Name)[] known, string? agent) =>
        agent is null ? null : known.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
