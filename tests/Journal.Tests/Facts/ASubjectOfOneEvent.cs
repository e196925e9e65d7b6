using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Recording;
using Journal.States;
using Journal.Tests.Events;
using Journal.Work;
using static Journal.Tests.Facts.Folding;

namespace Journal.Tests.Facts;

public sealed class ASubjectOfOneEvent
{
    // What a fact calls otherwise than its event, as "kind" is the fact's own word.
    private static readonly Dictionary<(Type Fact, string Member), string> Names = new()
    {
        [(typeof(InterpretationFact), "Reading")] = "Kind",
        [(typeof(DiagnosisFact), "Depth")] = "Kind",
        [(typeof(AmplifierFact), "Amplifier")] = "Kind",
    };

    public static TheoryData<string> Observations =>
    [
        nameof(DecisionStandardSet), nameof(PrioritiesRanked), nameof(InterpretationLogged), nameof(SetbackInterpreted), nameof(CorrectionMade), nameof(OperatorIntervened),
        nameof(OutputRecorded), nameof(TimeSpent), nameof(FocusSet), nameof(AmplifierApplied), nameof(LoadObserved), nameof(DiagnosisStated), nameof(DiagnosticAnswered),
        nameof(StateSampled),
    ];

    [Theory]
    [MemberData(nameof(Observations))]
    public void Gives_a_fact_with_all_that_the_event_says(string name)
    {
        var e = Named(name);
        var fact = Assert.Single(Fold(e).All);
        Assert.Equal((e.SubjectId, e.OccurredAt), (fact.Id, fact.OccurredAt));
        Assert.Equal([Event(1)], fact.Events);
        foreach (var member in fact.GetType().GetProperties().Where(member => member.DeclaringType == fact.GetType() && member.Name is not (nameof(Fact.Kind) or nameof(Fact.Heading))))
            Assert.Equal(Value(e, Names.GetValueOrDefault((fact.GetType(), member.Name), member.Name)), member.GetValue(fact));
    }

    [Theory]
    [MemberData(nameof(Observations))]
    public void Gives_none_once_it_is_retracted(string name) => Assert.Empty(Fold(Named(name), new SubjectRetracted(Named(name).SubjectId, null, Named(name).OccurredAt)).All);

    private static IJournalEvent Named(string name) => EventSamples.All.Single(sample => sample.GetType().Name == name);

    private static object? Value(IJournalEvent e, string member) => e.GetType().GetProperty(member)!.GetValue(e);
}
