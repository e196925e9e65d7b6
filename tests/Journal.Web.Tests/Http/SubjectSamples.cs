using Journal.Commands;
using Journal.Facts;

namespace Journal.Web.Tests.Http;

/// <summary>For every command of every sort of subject, a body that would be taken and what has to be said before it.</summary>
internal static class SubjectSamples
{
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["belief constrain"] = """{"if":"i","limits":"l"}""",
        ["belief test"] = """{"test":"t","finding":"unclear"}""",
        ["belief predict"] = """{"text":"t"}""",
        ["belief score"] = """{"cameTrue":true}""",
        ["practice floor"] = """{"floor":0.5}""",
        ["practice silence"] = """{"silence":"missed"}""",
        ["practice code"] = """{"cause":"capacity"}""",
        ["decision open"] = """{"question":"q"}""",
        ["decision make"] = """{"choice":"c"}""",
        ["decision outcome"] = """{"cameTrue":true}""",
        ["standard set"] = """{"hours":48}""",
        ["ranking add"] = """{"items":["a","b"]}""",
        ["interpretation log"] = """{"kind":"risk","text":"t"}""",
        ["setback read"] = """{"reading":"method","text":"t"}""",
        ["signal notice"] = """{"text":"t"}""",
        ["commitment make"] = """{"title":"t"}""",
        ["commitment reframe"] = """{"reframing":"postpone"}""",
        ["commitment skip"] = """{"reason":"r"}""",
        ["commitment code"] = """{"cause":"capacity"}""",
        ["commitment deliberate"] = """{"text":"t"}""",
        ["process define"] = """{"title":"t"}""",
        ["process revise"] = """{"steps":3}""",
        ["time spend"] = """{"minutes":10}""",
        ["focus set"] = """{"topic":"t","share":0.5}""",
        ["amplifier apply"] = """{"kind":"hire"}""",
        ["load observe"] = """{"teamSize":3}""",
        ["diagnosis state"] = """{"kind":"surface","constraint":"time","text":"t"}""",
        ["answer give"] = """{"question":"whatRepeats"}""",
        ["moment label"] = """{"title":"t"}""",
        ["defect raise"] = """{"title":"t"}""",
    };

    private static readonly Dictionary<string, string> Before = new(StringComparer.Ordinal)
    {
        ["belief score"] = "belief predict",
        ["decision outcome"] = "decision make",
        ["commitment pause"] = "commitment start",
        ["practice resume"] = "practice drop",
    };

    /// <summary>A body for a command.</summary>
    public static string Body(string word, string verb) => Bodies.GetValueOrDefault($"{word} {verb}", verb == "move" ? """{"occurredAt":"2026-01-05"}""" : "{}");

    /// <summary>The verb that has to come first; null for none.</summary>
    public static string? First(string word, string verb) => Before.GetValueOrDefault($"{word} {verb}")?.Split(' ')[1];

    /// <summary>Makes a subject, ready for a command.</summary>
    public static async Task<Guid> NewAsync(JournalClient owner, FactKind subject, string verb, Guid part)
    {
        var id = subject.Word switch
        {
            "aim" => await owner.NewAimAsync(),
            "belief" => await owner.NewBeliefAsync(),
            "entry" => await owner.NewAsync("entries", """{"text":"t"}"""),
            "intervention" => await owner.NewAsync("interventions", """{"title":"t","layers":["belief"]}"""),
            "practice" => await NewPracticeAsync(owner, part),
            "state" => await owner.NewAsync("states", """{"energy":1}"""),
            _ => await owner.NewAsync(subject.Plural, Body(subject.Word, CommandKinds.All.Single(kind => kind.Begins && kind.Subject == subject.Word).Verb)),
        };
        if (First(subject.Word, verb) is { } first)
        {
            var body = first == "predict" ? $$"""{"text":"t","predictionId":"{{part}}"}""" : Body(subject.Word, first);
            (await owner.PostAsync($"{subject.Plural}/{id}/{first}", body)).Succeeds();
        }

        return id;
    }

    private static async Task<Guid> NewPracticeAsync(JournalClient owner, Guid part)
    {
        var practice = await owner.NewPracticeAsync();
        await owner.NewAsync($"practices/{practice}/outcomes", $$"""{"kind":"missed","outcomeId":"{{part}}"}""");
        return practice;
    }
}
