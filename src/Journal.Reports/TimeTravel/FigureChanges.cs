namespace Journal.Reports.TimeTravel;

/// <summary>Finds the figures that moved. A figure without a value says nothing: when one comes or goes, that is no change.</summary>
internal static class FigureChanges
{
    private const int Places = 4;

    public static List<FigureChange> Of(IReadOnlyList<Figure> before, IReadOnlyList<Figure> after) =>
        [.. Pairs.Of(before, after, figure => (figure.Name, figure.Subject), figure => figure.From).Select(pair => Of(pair.Before, pair.After)).OfType<FigureChange>()];

    private static FigureChange? Of(Figure? before, Figure? after)
    {
        if (before?.Value == after?.Value)
        {
            return null;
        }

        var shown = after ?? before!;
        return new(
            before?.Value is null ? Change.Appeared : after?.Value is null ? Change.Vanished : Change.Moved,
            shown.Name,
            shown.Label,
            shown.Unit,
            shown.Subject,
            shown.From,
            shown.To,
            before?.Value,
            after?.Value,
            after?.Value - before?.Value is { } difference ? Math.Round(difference, Places) : null,
            EvidenceChange.Of(before?.Events, after?.Events));
    }
}
