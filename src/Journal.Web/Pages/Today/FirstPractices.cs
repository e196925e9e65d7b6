using System.Globalization;
using Journal.Recording;

namespace Journal.Web.Pages.Today;

/// <summary>What a new person can choose from, to reach a first useful screen in a minute.</summary>
internal static class FirstPractices
{
    private const int Most = 3;

    public static readonly Refusal None = Refusal.Invalid("choice.missing", "Choose at least one, or name one of your own.");
    public static readonly Refusal TooMany = Refusal.Invalid("choice.count", "Three are enough to begin with; more can be added any day.");

    public static IReadOnlyList<Example> Examples { get; } =
    [
        new("write", "Write", 1, 1),
        new("move", "Move for half an hour", 3, 7),
        new("read", "Read", 1, 1),
        new("focus", "An hour without a screen", 1, 1),
        new("publish", "Publish something", 1, 7),
        new("call", "Call somebody I miss", 1, 7),
    ];

    public static IReadOnlyList<(string, string)> Cadences { get; } = [("1/1", "every day"), ("5/7", "5 times a week"), ("3/7", "3 times a week"), ("2/7", "twice a week"), ("1/7", "once a week"), ("1/30", "once in 30 days")];

    /// <summary>The commands of a form; none where it says nothing or too much.</summary>
    public static (IReadOnlyList<IReadOnlyDictionary<string, string[]>> Forms, Refusal? Refusal) Of(IReadOnlyDictionary<string, string[]> fields)
    {
        var key = fields.TryGetValue("key", out var given) ? given[0] : Guid.NewGuid().ToString("D");
        var chosen = (fields.TryGetValue("choice", out var words) ? words : []).Select(word => Examples.FirstOrDefault(example => example.Word == word)).OfType<Example>().Distinct().ToList();
        if (fields.TryGetValue("title", out var title) && title[0].Trim() is { Length: > 0 } own)
            chosen.Add(Own(own, fields.TryGetValue("often", out var often) ? often[0] : ""));
        return chosen.Count == 0 ? ([], None)
            : chosen.Count > Most ? ([], TooMany)
            : ([.. chosen.Select((one, place) => one.Form($"{key}#{place}"))], null);
    }

    private static Example Own(string title, string often) =>
        often.Split('/') is [var times, var days] && int.TryParse(times, CultureInfo.InvariantCulture, out var n) && int.TryParse(days, CultureInfo.InvariantCulture, out var d) ? new(title, title, n, d) : new(title, title, 1, 1);
}

/// <summary>A practice somebody may like.</summary>
internal sealed record Example(string Word, string Title, int Times, int Days)
{
    public string Often => (Times, Days) switch
    {
        (1, 1) => "every day",
        (1, 7) => "once a week",
        var (times, _) => $"{times} times a week",
    };

    public IReadOnlyDictionary<string, string[]> Form(string key) => new Dictionary<string, string[]>
    {
        ["command"] = ["adoptPractice"],
        ["key"] = [key],
        ["title"] = [Title],
        ["times"] = [Times.ToString(CultureInfo.InvariantCulture)],
        ["days"] = [Days.ToString(CultureInfo.InvariantCulture)],
    };
}
