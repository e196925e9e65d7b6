using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Journal.Commands;
using Journal.Reports;
using Journal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Journal.Tests.Capabilities;

/// <summary>docs/capabilities.md against the routes and the tests there are.</summary>
public sealed partial class TheTableOfCapabilities
{
    private const int Last = 180;
    private static readonly List<CapabilityRow> Rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Capabilities", "capabilities.md")).Select(CapabilityRow.Read).OfType<CapabilityRow>()];

    [Fact]
    public void Has_every_number_once() =>
        Assert.Equal(Enumerable.Range(1, Last), Rows.SelectMany(row => row.Numbers).Order());

    [Fact]
    public async Task Names_only_routes_that_are_served()
    {
        var served = await RoutesAsync();
        Assert.Empty(Rows.SelectMany(row => row.Routes).Distinct().Except(served));
    }

    [Fact]
    public void Names_only_tests_that_show_the_number()
    {
        var tests = typeof(TheTableOfCapabilities).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>(inherit: true) is not null)
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>().Where(trait => trait.Name == "capability").Select(trait => (Test: $"{method.DeclaringType!.Name}.{method.Name}", Number: trait.Value)))
            .ToHashSet();
        Assert.Empty(Rows.SelectMany(row => row.Numbers.SelectMany(number => row.Tests.Select(test => (Test: test, Number: string.Create(CultureInfo.InvariantCulture, $"C{number}"))))).Except(tests));
    }

    [Fact]
    public void Names_a_test_in_every_row() => Assert.All(Rows, row => Assert.NotEmpty(row.Tests));

    private static async Task<HashSet<string>> RoutesAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddJournal("Host=127.0.0.1").AddJournalHttp();
        await using var app = builder.Build();
        app.MapJournal();
        return [.. CommandKinds.All.Select(kind => $"POST commands {kind.Name}"), .. AllReports.Kinds.Select(report => $"GET reports/{report.Name}"), .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(endpoint =>
            (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} {Plain(endpoint.RoutePattern.RawText!)}"))];
    }

    private static string Plain(string pattern) => Constraint().Replace(pattern.Replace("/api/v1/", "", StringComparison.Ordinal).Trim('/'), "}");

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();

    /// <summary>One line: <c>| 8, 9 | what | `POST beliefs`, `GET reports/beliefs` | Class.Method |</c>.</summary>
    private sealed record CapabilityRow(IReadOnlyList<int> Numbers, IReadOnlyList<string> Routes, IReadOnlyList<string> Tests)
    {
        public static CapabilityRow? Read(string line) =>
            line.Split('|', StringSplitOptions.TrimEntries) is ["", var numbers, _, var where, var tests, ""] && char.IsAsciiDigit(numbers.FirstOrDefault())
                ? new([.. numbers.Split(", ").Select(number => int.Parse(number, CultureInfo.InvariantCulture))], [.. where.Split('`').Where(part => part.StartsWith("GET ", StringComparison.Ordinal) || part.StartsWith("POST ", StringComparison.Ordinal))], [.. tests.Split(", ", StringSplitOptions.RemoveEmptyEntries)])
                : null;
    }
}
