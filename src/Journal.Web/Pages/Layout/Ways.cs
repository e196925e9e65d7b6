namespace Journal.Web.Pages.Layout;

/// <summary>Where one can go from every page, in the order of use.</summary>
public static class Ways
{
    public static IReadOnlyList<(string Address, string Name)> All { get; } =
    [
        ("/", "Today"),
        ("/timeline", "Timeline"),
        ("/practices", "Practices"),
        ("/standing", "Standing"),
        ("/reports", "Reports"),
        ("/beliefs", "Beliefs"),
        ("/decisions", "Decisions"),
        ("/interventions", "Changes"),
        ("/aims", "Aims"),
        ("/import", "Bring in"),
        ("/settings", "Settings"),
    ];
}
