using Journal.Beliefs;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Beliefs;
using Journal.Tests.Reports.Causes;
using Journal.Work;

namespace Journal.Tests.Reports.Beliefs;

public sealed class ALedgerOfBeliefs
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C7")]
    public void Shows_that_a_belief_stated_at_90_and_contradicted_by_6_of_8_diverges()
    {
        var belief = journal.Belief(strength: 0.9);
        var practice = journal.Practice();
        for (var i = 0; i < 8; i++)
            journal.Evidence(belief, supports: i < 2, day: 1 + i, source: journal.Outcome(practice, 1 + i).Id);
        var report = Read();
        Assert.Equal(FindingState.Found, report.Finding("divergence", belief.Id).State);
        Assert.Equal("As of 13 January 2026, when the records end: Stated and lived differ: held at 90 %; 6 of 8 linked records contradict it.", report.Finding("divergence").Sentence);
        Assert.Equal((0.65, 8), (report.Figure("divergence").Value, report.Figure("divergence").N));
        Assert.Equal(0.25, report.Figure("functional").Value);
    }

    [Theory]
    [Trait("capability", "C161")]
    [Trait("capability", "C162")]
    [InlineData(2.0, null, 3.0, FindingState.Found)]
    [InlineData(2.0, null, 2.0, FindingState.NotFound)]
    [InlineData(2.0, 5.0, 4.0, FindingState.Found)]
    [InlineData(null, 5.0, 6.0, FindingState.NotFound)]
    [InlineData(null, null, 6.0, FindingState.Insufficient)]
    [InlineData(2.0, null, null, FindingState.Insufficient)]
    public void Shows_whether_a_replacement_fits_the_scale_of_what_came_since(double? oldCeiling, double? newCeiling, double? best, FindingState state)
    {
        var next = journal.Belief(day: 10, text: "Being seen brings work", stance: BeliefStance.Serves, scope: BeliefScope.Possible, with: one => one with { Constraints = Ceiling(newCeiling) });
        journal.Belief(text: "Being seen is a risk", with: one => one with { ReplacedBy = next.Id, EndedAt = CauseJournal.On(10), Constraints = Ceiling(oldCeiling) });
        if (best is { } amount)
            journal.Add((id, at, events) => new OutputFact { Id = id, OccurredAt = at, Events = events, Amount = amount }, 14);
        var report = Read();
        Assert.Equal(state, report.Finding("scale", next.Id).State);
        Assert.Equal(["Being seen is a risk", "safe", "Being seen brings work", "possible"], Assert.Single(report.Table("scale").Rows).Cells.Where((_, i) => i is 0 or 1 or 4 or 5));

        static IReadOnlyList<Constraint> Ceiling(double? ceiling) => ceiling is null ? [] : [new(CauseJournal.On(0), "if", "limits", null, ceiling, [])];
    }

    [Fact]
    [Trait("capability", "C7")]
    public void Says_nothing_of_a_divergence_on_four_pieces_of_evidence()
    {
        var belief = journal.Belief();
        for (var i = 0; i < 4; i++)
            journal.Evidence(belief, supports: false);
        Assert.Equal("insufficient data: 4 of at least 5 linked pieces of evidence", Read().Finding("divergence").Sentence);
    }

    [Theory]
    [Trait("capability", "C8")]
    [Trait("capability", "C9")]
    [Trait("capability", "C10")]
    [Trait("capability", "C11")]
    [Trait("capability", "C112")]
    [InlineData(BeliefScope.Possible)]
    [InlineData(BeliefScope.Deserved)]
    [InlineData(BeliefScope.Safe)]
    [InlineData(BeliefScope.Sustainable)]
    [InlineData(BeliefScope.Necessary)]
    [InlineData(BeliefScope.WorthActingOn)]
    [InlineData(BeliefScope.SafeToIgnore)]
    public void Gives_each_scope_its_beliefs_only(BeliefScope scope)
    {
        foreach (var other in Enum.GetValues<BeliefScope>())
            journal.Belief(scope: other, text: other.ToString());
        var report = Read();
        var word = char.ToLowerInvariant(scope.ToString()[0]) + scope.ToString()[1..];
        Assert.Equal([scope.ToString()], report.Table("ledger").Rows.Where(row => row.Cells[1] == word).Select(row => row.Cells[0]));
        Assert.Equal(1, report.Figure($"active.{word}").Value);
    }

    [Fact]
    [Trait("capability", "C12")]
    public void Lists_everything_a_belief_constrains()
    {
        var practice = journal.Practice();
        var named = journal.Commitment(0, OutcomeState.Missed, 2);
        var belief = journal.Belief(with: one => one with { Constraints = [new(CauseJournal.On(0), "I publish", "how often", null, null, [practice.Id, named.Id])] });
        var resting = journal.Commitment(1, with: one => one with { BeliefIds = [belief.Id] });
        var table = Read().Table("constraints");
        Assert.Equal([practice.Id, named.Id, resting.Id], table.Rows.Select(row => row.Subject!.Value));
        Assert.All(table.Rows, row => Assert.Equal(("I publish", "how often"), (row.Cells[2], row.Cells[3])));
    }

    [Fact]
    [Trait("capability", "C66")]
    [Trait("capability", "C117")]
    public void Leaves_an_inferred_belief_out_until_it_is_confirmed()
    {
        var inferred = journal.Belief(origin: BeliefOrigin.Inferred, text: "inferred");
        journal.Belief(origin: BeliefOrigin.Extracted, text: "confirmed", with: one => one with { ConfirmedAt = CauseJournal.On(3) });
        for (var i = 0; i < 6; i++)
            journal.Evidence(inferred, supports: false);
        var report = Read();
        Assert.Equal(["confirmed"], report.Column("ledger", "belief"));
        Assert.Equal(["inferred"], report.Column("questions", "belief"));
        Assert.DoesNotContain(report.Findings, finding => finding.Subject == inferred.Id);
    }

    [Fact]
    [Trait("capability", "C160")]
    [Trait("capability", "C161")]
    [Trait("capability", "C162")]
    public void Keeps_a_replaced_belief_in_the_history_and_not_among_the_active()
    {
        var next = journal.Belief(day: 10, text: "Being seen brings work", stance: BeliefStance.Serves);
        journal.Belief(text: "Being seen is a risk", with: one => one with { ReplacedBy = next.Id, EndedAt = CauseJournal.On(10) });
        var report = Read();
        Assert.Equal([("Being seen is a risk", "replaced"), ("Being seen brings work", "active")], report.Column("ledger", "belief").Zip(report.Column("ledger", "status")));
        Assert.Equal(["Being seen is a risk", "Being seen brings work", "2026-01-15"], Assert.Single(report.Table("supersession").Rows).Cells);
        Assert.Equal(1, report.Figure("active.safe").Value);
    }

    [Fact]
    public void Draws_how_strongly_a_belief_was_held()
    {
        journal.Belief(with: one => one with { Ratings = [.. one.Ratings, new(CauseJournal.On(7), 0.5)] });
        Assert.Equal([0.9, 0.5], Read().Series.Single(series => series.Name == "strength").Points.Select(point => point.Value));
    }

    private Report Read() => journal.Read(BeliefsReport.Kind, 100);
}
