using Journal.Reports.TimeTravel;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.TimeTravel;

internal static class WhatIfEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Time travel");
        group.MapGet("/whatif/{report}", GetWhatIf).WithName("WhatIf").WithSummary("The same history by other rules, or without some of it, beside the original. Nothing is stored.");
        group.MapGet("/sensitivity/{report}", GetSensitivity).WithName("Sensitivity").WithSummary("Over which values of one rule the conclusions of a report hold.");
    }

    private static async Task<Results<Ok<ReportComparison>, ProblemHttpResult>> GetWhatIf(
        string report, [AsParameters] ReportQuery asked, [AsParameters] WhatIfQuery query, SignedIn signedIn, ReportQuestions questions, TimeTravelQueries queries, CancellationToken ct)
    {
        var (kind, unknown) = ReportQueries.Find(report);
        if (unknown is not null)
            return Problems.Of(unknown);
        var author = signedIn.Person.As("api");
        var (request, refusal) = await questions.ReadAsync(author, asked with { Rules = null }, ct);
        var (other, wrong) = request is null ? (null, refusal) : await questions.ReadAsync(author, asked, ct);
        if (other is null)
            return Problems.Of(wrong!);
        var omissions = new Omissions(query.ExcludeEvent ?? [], query.ExcludeSubject ?? [], query.ExcludeIntervention ?? []);
        var (comparison, missing) = await queries.WhatIfAsync(kind!, author.Person, request!, other.Rules, omissions, ct);
        return comparison is null ? Problems.Of(missing!) : TypedResults.Ok(comparison);
    }

    private static async Task<Results<Ok<Sensitivity>, ProblemHttpResult>> GetSensitivity(
        string report, [AsParameters] ReportQuery asked, [AsParameters] SensitivityQuery query, SignedIn signedIn, ReportQuestions questions, TimeTravelQueries queries, CancellationToken ct)
    {
        var (kind, unknown) = ReportQueries.Find(report);
        if (unknown is not null)
            return Problems.Of(unknown);
        var author = signedIn.Person.As("api");
        var (request, refusal) = await questions.ReadAsync(author, asked, ct);
        if (request is null)
            return Problems.Of(refusal!);
        var (sensitivity, wrong) = await queries.SensitivityAsync(kind!, author.Person, request, query.Rule ?? "", query.Low, query.High, ct);
        return sensitivity is null ? Problems.Of(wrong!) : TypedResults.Ok(sensitivity);
    }
}

internal sealed record WhatIfQuery
{
    /// <summary>Events to leave out.</summary>
    public Guid[]? ExcludeEvent { get; init; }

    /// <summary>Subjects to leave out.</summary>
    public Guid[]? ExcludeSubject { get; init; }

    /// <summary>Interventions to leave out with what occurred while they were under way: ids or titles.</summary>
    public string[]? ExcludeIntervention { get; init; }
}

internal sealed record SensitivityQuery
{
    /// <summary>The rule to vary.</summary>
    public string? Rule { get; init; }

    /// <summary>The lowest value to look at.</summary>
    public double? Low { get; init; }

    /// <summary>The highest.</summary>
    public double? High { get; init; }
}
