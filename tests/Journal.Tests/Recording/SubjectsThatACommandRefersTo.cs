using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Recording;
using Journal.Signals;
using Journal.Work;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Recording;

public sealed class SubjectsThatACommandRefersTo
{
    private static readonly Reference Aim = new("aim", Id);
    private static readonly Reference Belief = new("belief", Other);
    private static readonly Reference Decision = new("decision", Third);
    private static readonly Reference Process = new("process", Other);
    private static readonly Reference Commitment = new("commitment", Third);

    [Fact]
    public void Are_those_whose_kind_is_known()
    {
        Assert.Equal([Belief, Aim], new OpenDecision("Why?", BeliefIds: [Other], AimId: Id).References());
        Assert.Equal([Decision, Process, Belief, Aim], new MakeCommitment("Text", DecisionId: Third, ProcessId: Other, BeliefIds: [Other], AimId: Id).References());
        Assert.Equal([Belief, Commitment, Decision, Aim], new LogInterpretation(default, "Text", null, [Other], Third, Third, Id).References());
        Assert.Equal([Belief, Aim], new InterpretSetback(default, "Text", null, [Other], Third, Id).References());
        Assert.Equal([Belief], new DismissSignal(Other).References());
        Assert.Equal([Process, Aim], new RecordOutput(ProcessId: Other, AimId: Id).References());
        Assert.Equal([Commitment, Aim], new SpendTime(1, InsteadOf: Third, AimId: Id).References());
        Assert.Equal([Process, Aim], new ApplyAmplifier(default, null, Other, Id).References());
        Assert.Equal([Aim], new RaiseDefect("Text", null, Other, [Other], [Third], AimId: Id).References());
        Assert.Equal([Aim], new AnswerDiagnostic(default, ResultId: Other, AimId: Id).References());
    }

    [Fact]
    public void Are_named_by_every_command_that_names_an_aim()
    {
        var commands = typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)) && type.GetProperty("AimId") is not null);
        Assert.All(commands, type =>
        {
            var constructor = type.GetConstructors()[0];
            var values = constructor.GetParameters().Select(parameter => parameter.Name == "AimId" ? Id
                : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
                : null);
            Assert.Contains(Aim, ((Command)constructor.Invoke([.. values])).References());
        });
    }

    [Fact]
    public void Are_none_where_none_is_named()
    {
        Assert.Empty(new MakeCommitment("Text").References());
        Assert.Empty(new OpenDecision("Why?").References());
        Assert.Empty(new SpendTime(1).References());
    }
}
