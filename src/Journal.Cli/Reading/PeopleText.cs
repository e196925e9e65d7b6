using Journal.Cli.Output;
using Journal.Reports.TimeTravel;
using Spectre.Console;
using Text = Journal.Reports.Text;

namespace Journal.Cli.Reading;

/// <summary>Two people's aggregates, for a person.</summary>
internal static class PeopleText
{
    public static void Write(IAnsiConsole console, PeopleComparison comparison, string a, string b)
    {
        console.Say($"{comparison.Report}: {a} and {b}");
        foreach (var figure in comparison.Figures)
        {
            console.Say($"  {figure.Label}: {Of(figure.A, figure.Unit)} and {Of(figure.B, figure.Unit)}");
        }

        if (comparison.Figures.Count == 0)
        {
            console.Say("  No figure of it is about no single subject and known of either.");
        }
    }

    private static string Of(Aggregate? aggregate, string unit) => aggregate is null ? "–" : $"{Text.Value(aggregate.Value, unit)} (n {aggregate.N})";
}
