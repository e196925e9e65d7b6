using System.Globalization;
using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Facts;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Processes;
using Journal.Reports;
using Journal.Signals;
using Journal.Work;

namespace Journal.Cli.Recording;

/// <summary>A subject in a list.</summary>
/// <param name="Title">What it is found by.</param>
/// <param name="Detail">Where it stands, in a word or two.</param>
internal sealed record SubjectLine(Guid Id, string Title, DateOnly Since, string Detail)
{
    /// <param name="practice">What its practice is called.</param>
    public static SubjectLine Of(OutcomeFact outcome, string practice)
    {
        string?[] said = [Word(outcome.State), Given("score", outcome.Score), Given("amount", outcome.Amount), Given("effort", outcome.Effort), Given("minutes", outcome.Minutes)];
        return new(outcome.Id, practice, outcome.Day, string.Join(", ", said.OfType<string>()));
    }

    public static SubjectLine Of(Fact fact)
    {
        var (title, detail) = Upstream(fact) ?? Downstream(fact) ?? throw new ArgumentException($"A {fact.Kind} is in no list.", nameof(fact));
        return new(fact.Id, title, fact.Day, detail);
    }

    private static (string, string)? Upstream(Fact fact) => fact switch
    {
        AimFact aim => (aim.Title, aim.Ending is { } ending ? Word(ending) : "open"),
        BeliefFact belief => (belief.Text, belief.EndedAt is not null ? belief.ReplacedBy is null ? "retired" : "replaced" : belief.Counts ? "active" : "candidate"),
        DecisionFact decision => (decision.Question, decision.Closed is { } closed ? Word(closed.Kind) : "open"),
        StandardFact standard => (standard.Class ?? "every other class", $"{Text.Plain(standard.Hours)} hours"),
        RankingFact ranking => (string.Join(" > ", ranking.Items), ""),
        InterpretationFact interpretation => (interpretation.Text, Word(interpretation.Reading)),
        SetbackFact setback => (setback.Text, Word(setback.Reading)),
        SignalFact signal => (signal.Text, signal.ActedAt is not null ? "acted on" : signal.DismissedAt is not null ? "dismissed" : "open"),
        DiagnosisFact diagnosis => (diagnosis.Text, $"{Word(diagnosis.Depth)}: {Word(diagnosis.Constraint)}"),
        AnswerFact answer => (answer.Text ?? Word(answer.Question), Word(answer.Result)),
        DefectFact defect => (defect.Title, Word(defect.Turns is [.., var last] ? last.Status : DefectStatus.Raised)),
        EntryFact entry => (entry.Text, entry.Layer is { } layer ? Word(layer) : ""),
        InterventionFact intervention => (intervention.Title, intervention.EndedAt is null ? "running" : "ended"),
        _ => null,
    };

    private static (string, string)? Downstream(Fact fact) => fact switch
    {
        PracticeFact practice => (practice.Title, practice.DroppedAt is not null ? "dropped" : $"{practice.Cadences[^1].Times} in {practice.Cadences[^1].Days} days"),
        CommitmentFact commitment => (commitment.Title, commitment.Ending is { } ending ? Word(ending.State) : commitment.StartedAt is null ? "open" : "started"),
        ProcessFact process => (process.Versions[^1].Title, process.Versions[^1].Steps is { } steps ? Number($"{steps} steps") : ""),
        OutputFact output => (output.Topic ?? "output", $"{Text.Plain(output.Amount)} {output.Unit}".TrimEnd()),
        TimeFact time => (time.Topic ?? "time", $"{Text.Plain(time.Minutes)} minutes{(time.Mode is { } mode ? ", " + Word(mode) : "")}"),
        FocusFact focus => (focus.Topic, Number($"{focus.Share:0.##} of the time")),
        CorrectionFact correction => ("correction", Minutes(correction.Minutes)),
        OccasionFact occasion => ("own intervention", Minutes(occasion.Minutes)),
        AmplifierFact amplifier => (amplifier.Title ?? Word(amplifier.Amplifier), Word(amplifier.Amplifier)),
        LoadFact load => ("load", load.TeamSize is { } people ? Number($"{people} people") : ""),
        MomentFact moment => (moment.Title, ""),
        _ => null,
    };

    private static string? Given(string name, double? value) => value is { } given ? $"{name} {Text.Plain(given)}" : null;

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Minutes(double? minutes) => minutes is { } spent ? $"{Text.Plain(spent)} minutes" : "";

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
