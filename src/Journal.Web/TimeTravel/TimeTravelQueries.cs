using Journal.Facts;
using Journal.Interventions;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.Reports;

namespace Journal.Web.TimeTravel;

/// <summary>Answers what a person asks of their history as a whole: two moments compared, what if, what a figure rests on, and step by step. Stores nothing.</summary>
public sealed class TimeTravelQueries(PersonEvents events, FactsReader facts, ReportQueries reports)
{
    private static readonly Refusal NoEvent = Refusal.Unknown("event.unknown", "There is no such event in this journal.");
    private static readonly Refusal NoSubject = Refusal.Unknown("subject.unknown", "There is no such subject in this journal.");
    private static readonly Refusal NoIntervention = Refusal.Unknown("intervention.unknown", "There is no such intervention, or several answer to that name.");

    /// <summary>A person's events as they are known, or were at a moment, in the order of the log.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> EventsAsync(Guid person, DateTimeOffset? knownAt, CancellationToken ct) =>
        await events.ReadAsync(Author.TenantOf(person), knownAt, ct);

    /// <summary>A report asked in two ways.</summary>
    public async Task<ReportComparison> CompareAsync(ReportKind kind, Guid person, ReportRequest before, ReportRequest after, CancellationToken ct) =>
        ReportComparison.Of(await reports.ReportAsync(kind, person, before, ct), await reports.ReportAsync(kind, person, after, ct));

    /// <summary>The aggregates of a report for two people. Whether the one who asks may is for the caller to know.</summary>
    public async Task<PeopleComparison> ComparePeopleAsync(ReportKind kind, Guid a, ReportRequest ofA, Guid b, ReportRequest ofB, CancellationToken ct) =>
        PeopleComparison.Of(await reports.ReportAsync(kind, a, ofA, ct), await reports.ReportAsync(kind, b, ofB, ct));

    /// <summary>A report beside the same one by other rules or of a changed history.</summary>
    /// <returns>The comparison, or why there is none: <c>event.unknown</c>, <c>subject.unknown</c>, <c>intervention.unknown</c>.</returns>
    public async Task<(ReportComparison? Comparison, Refusal? Refusal)> WhatIfAsync(
        ReportKind kind, Guid person, ReportRequest request, RuleSet rules, Omissions omissions, CancellationToken ct)
    {
        var known = await EventsAsync(person, request.KnownAt, ct);
        var (changed, refusal) = Omit(omissions, known);
        return changed is null ? (null, refusal) : (WhatIf.Of(kind, person, request, rules, changed, known, ct), null);
    }

    /// <summary>Over which values of a rule the conclusions of a report hold.</summary>
    /// <returns>The answer, or why there is none: <c>rules.unknown</c>, <c>rules.range</c>.</returns>
    public async Task<(Sensitivity? Sensitivity, Refusal? Refusal)> SensitivityAsync(
        ReportKind kind, Guid person, ReportRequest request, string rule, double? low, double? high, CancellationToken ct)
    {
        if (Rules.Find(rule) is not { } bounds)
            return (null, RuleSet.Default.With(rule, 0).Refusal);
        if (low is { } l && !(l >= bounds.Lowest && l <= bounds.Highest) || high is { } h && !(h >= (low ?? bounds.Lowest) && h <= bounds.Highest))
            return (null, Refusal.Invalid("rules.range", $"Look at {bounds.Name} from {bounds.Lowest} to {bounds.Highest}, the lower end first."));
        return (Sensitivity.Of(kind, person, request, await facts.ReadAsync(person, request.KnownAt, ct), bounds, low, high, ct), null);
    }

    /// <summary>What a figure or finding rests on; null when the report has none of that name.</summary>
    public async Task<Explanation?> ExplainAsync(ReportKind kind, Guid person, ReportRequest request, string name, Guid? subject, DateOnly? on, CancellationToken ct) =>
        Explanation.Of(kind, person, request, name, subject, on, await EventsAsync(person, request.KnownAt, ct), ct);

    /// <summary>A replay of a person's history.</summary>
    public async Task<Replay> ReplayAsync(Guid person, ReplayPlan plan, CancellationToken ct) => new(person, plan, await EventsAsync(person, plan.Request.KnownAt, ct), ct);

    private static (ChangedHistory? Changed, Refusal? Refusal) Omit(Omissions omissions, IReadOnlyList<RecordedEvent> events)
    {
        if (omissions.Events.Except(events.Select(e => e.Id)).Any())
            return (null, NoEvent);
        if (omissions.Subjects.Except(events.Select(e => e.Stream)).Any())
            return (null, NoSubject);
        var known = new FactsSoFar().Take(events).Now().Of<InterventionFact>();
        var interventions = omissions.Interventions.Select(text => Titles.Find(known, text, one => one.Title)).ToList();
        return interventions.Contains(null)
            ? (null, NoIntervention)
            : (new() { Events = [.. omissions.Events], Subjects = [.. omissions.Subjects], Interventions = [.. interventions.Select(one => one!.Id)] }, null);
    }
}

/// <summary>What a "what if" leaves out, as it is asked.</summary>
/// <param name="Interventions">Ids, titles or how titles begin.</param>
public sealed record Omissions(IReadOnlyCollection<Guid> Events, IReadOnlyCollection<Guid> Subjects, IReadOnlyCollection<string> Interventions);
