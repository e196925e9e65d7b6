using Journal.Diagnosis;

namespace Journal.Reports.Causes;

/// <summary>What was claimed to be in the way of an aim, and what was found to be, side by side.</summary>
/// <param name="Surface">What was said last before the structural diagnosis, or last of all where there is none.</param>
/// <param name="Structural">The last one for the aim.</param>
internal sealed record Claim(DiagnosisFact? Surface, DiagnosisFact? Structural)
{
    /// <summary>Whether both are there and name the same sort of constraint.</summary>
    public bool? Agrees => Surface is null || Structural is null ? null : Surface.Constraint == Structural.Constraint;

    public IEnumerable<Guid> Events => [.. Surface?.Events ?? [], .. Structural?.Events ?? []];

    /// <summary>One for each aim, and one for what names none, in the order of the first diagnosis.</summary>
    public static IReadOnlyList<Claim> Of(ReportView view) =>
        [.. view.All<DiagnosisFact>().Where(one => one.Day <= view.Last && view.Serves(one.AimId)).GroupBy(one => one.AimId).Select(aim => Of([.. aim]))];

    private static Claim Of(List<DiagnosisFact> diagnoses)
    {
        var structural = diagnoses.LastOrDefault(one => one.Depth == DiagnosisKind.Structural);
        var surface = diagnoses.Where(one => one.Depth == DiagnosisKind.Surface).ToList();
        return new(surface.LastOrDefault(one => structural is null || one.OccurredAt <= structural.OccurredAt) ?? surface.FirstOrDefault(), structural);
    }
}
