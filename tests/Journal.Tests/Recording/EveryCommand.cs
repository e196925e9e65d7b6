using Journal.Commands;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.History;

namespace Journal.Tests.Recording;

public sealed class EveryCommand
{
    private static IEnumerable<Type> Commands => typeof(Command).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Command)));

    [Fact]
    public void Can_be_read_from_json()
    {
        Assert.Empty(Commands.Except(CommandKinds.All.Select(kind => kind.Command)).Select(type => type.Name));
        Assert.All(CommandKinds.All, kind => Assert.Equal(
            CommandJson.Options.GetTypeInfo(kind.Command).Properties.Select(property => property.Name).Order(),
            kind.Members.Select(member => member.Name).Append("id").Append("occurredAt").Concat(kind.Part is { } part ? [part] : []).Order()));
    }

    [Fact]
    public void Is_found_by_its_name_and_by_its_words() => Assert.All(CommandKinds.All, kind =>
    {
        Assert.Same(kind, CommandKinds.Find(kind.Name));
        Assert.Same(kind, CommandKinds.Of(kind.Subject, kind.Verb));
    });

    [Fact]
    public void That_takes_back_a_whole_subject_is_there_for_each_that_can_be_taken_back()
    {
        Assert.Equal("decisions/{id}/retract", CommandKinds.Find("retractDecision")?.Address);
        Assert.Equal("time/{id}/retract", CommandKinds.Of("time", "retract")?.Address);
        Assert.Equal(typeof(RetractSubject), CommandKinds.Of("state", "retract")?.Command);
        Assert.Null(CommandKinds.Of("aim", "retract"));
    }

    [Fact]
    public void Records_events_that_the_history_can_be_asked_for()
    {
        var events = typeof(IJournalEvent).Assembly.GetTypes().Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IJournalEvent)));
        Assert.All(events.Select(EventTypes.NameOf), name => Assert.Equal([name], EventFamilies.Find(name)));
    }

    [Fact]
    public void Records_events_in_the_families_that_the_history_has_always_had()
    {
        Assert.Equal(
            [
                "aims", "beliefs", "commitments", "decisions", "defects", "diagnoses", "entries", "growth", "interpretations", "interventions", "moments", "outcomes",
                "practices", "priorities", "processes", "retractions", "signals", "standards", "states", "work",
            ],
            EventFamilies.All);
        Assert.Equal(["execution_finished", "execution_left_open", "execution_missed", "execution_skipped", "outcome_coded", "outcome_moved", "outcome_retracted"], EventFamilies.Find("outcomes").Order());
        Assert.Equal(["practice_adopted", "practice_dropped", "practice_floor_set", "practice_resumed", "practice_revised", "practice_silence_chosen"], EventFamilies.Find("practices").Order());
        Assert.Equal(["interpretation_logged", "setback_interpreted"], EventFamilies.Find("interpretations").Order());
        Assert.Equal(["process_defined", "process_revised", "process_run"], EventFamilies.Find("processes").Order());
        Assert.Equal(["diagnosis_stated", "diagnostic_answered"], EventFamilies.Find("diagnoses").Order());
        Assert.Equal(["correction_made", "focus_set", "operator_intervened", "output_recorded", "time_spent"], EventFamilies.Find("work").Order());
        Assert.Equal(11, EventFamilies.Find("beliefs").Count);
        Assert.Equal(["priorities_ranked"], EventFamilies.Find("priorities"));
        Assert.Equal(["subject_moved", "subject_retracted"], EventFamilies.Find("retractions").Order());
    }
}
