using System.Globalization;
using Journal.Cli.Output;
using Journal.Reports.TimeTravel;
using Spectre.Console;

namespace Journal.Cli.Reading;

/// <summary>Where conclusions hold, for a person.</summary>
internal static class SensitivityText
{
    public static void Write(IAnsiConsole console, Sensitivity sensitivity)
    {
        console.Say($"{sensitivity.Rule} from {Number(sensitivity.Low)} to {Number(sensitivity.High)}; now {Number(sensitivity.Current)}. Edges within {Number(sensitivity.Precision)}.");
        foreach (var conclusion in sensitivity.Conclusions)
        {
            console.Say($"{conclusion.Name}: {conclusion.Label}");
            foreach (var range in conclusion.Ranges)
            {
                var here = range.From <= sensitivity.Current && range.To >= sensitivity.Current ? "  <- now" : "";
                console.Say($"  {Number(range.From)} to {Number(range.To)}: {range.Says}{here}");
            }
        }

        console.Say(Footer.Of(sensitivity.Origin));
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
