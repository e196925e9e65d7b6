using Journal.Reports;
using Journal.Reports.Diagnosis;
using Journal.Tests.Seeds;

namespace Journal.Tests.Reports.Diagnosis;

/// <summary>The sample journal: relapses again and again, in an order that by itself chance could give too.</summary>
public sealed class TheConsultantsDiagnosis
{
    [Fact]
    [Trait("capability", "C101")]
    public void Says_the_day_before_the_turn_what_lies_below_its_peak_and_that_chance_could_order_it_so()
    {
        var answer = Read(new(2025, 9, 7)).Finding("whereAndCost");
        Assert.Equal(FindingState.NotFound, answer.State);
        Assert.StartsWith("No pattern beyond chance: “Publish an article” has been below its peak since 28 July 2025: 20 % (95 % interval 4 % to 62 %)", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("capability", "C102")]
    public void Finds_no_regression_at_the_end() => Assert.Equal("No practice is in a regression.", Read(new(2026, 6, 14)).Finding("whereAndCost").Sentence);

    private static Report Read(DateOnly to) => DiagnosisReport.Kind.Of(new(Guid.Empty, new() { To = to }, SeedFile.Consultant.Facts));
}
