using Journal.Reports;
using Journal.Web.TimeTravel;

namespace Journal.Web.Pages.TimeTravel;

/// <summary>What is supposed: other values of rules, and what is left out.</summary>
/// <param name="Kind">The report that is asked.</param>
/// <param name="Rules">Values by the rules' names, as they were typed.</param>
/// <param name="Interventions">Ids of those that are left out, with what occurred meanwhile.</param>
/// <param name="Subjects">Ids of what is left out with all that was said of it.</param>
/// <param name="Events">Ids of single events that are left out.</param>
public sealed record WhatIfAsked(
    ReportKind Kind, IReadOnlyDictionary<string, string> Rules, IReadOnlyList<Guid> Interventions, IReadOnlyList<Guid> Subjects, IReadOnlyList<Guid> Events)
{
    /// <summary>Stands before the name of a rule, in names of fields.</summary>
    public const string Prefix = "r.";

    /// <summary>Whether anything is supposed at all.</summary>
    public bool IsPlain => Rules.Count + Interventions.Count + Subjects.Count + Events.Count == 0;

    internal Omissions Omissions => new(Events, Subjects, [.. Interventions.Select(id => id.ToString("D"))]);

    internal string[] Changes => [.. Rules.Select(rule => $"{rule.Key}={rule.Value.Replace(',', '.')}")];

    internal static WhatIfAsked Of(IQueryCollection query)
    {
        IReadOnlyList<Guid> Ids(string name) => [.. query[name].Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct()];
        var rules = query.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) && field.Value.ToString().Trim().Length > 0)
            .ToDictionary(field => field.Key[Prefix.Length..], field => field.Value.ToString().Trim(), StringComparer.Ordinal);
        return new(AllReports.Find(query["report"].ToString()) ?? AllReports.Find("cycles")!, rules, Ids("intervention"), Ids("subject"), Ids("event"));
    }
}
