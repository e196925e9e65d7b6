namespace Journal.Web.Pages.Charts;

public enum BandKind
{
    Progress,
    Regression,
}

/// <summary>Weeks of a chart that are shaded because the rules found something in them.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Number">What the text beside the chart calls it; null where it is part of another.</param>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Brief">The same in fewer.</param>
public sealed record Band(BandKind Kind, DateOnly From, DateOnly To, int? Number, string Label, string Brief);
