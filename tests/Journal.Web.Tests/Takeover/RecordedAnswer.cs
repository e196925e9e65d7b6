using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Journal.Web.Tests.Takeover;

/// <summary>What version 0.1 answered about the journal in <c>Fixtures/journal-0.1.sql.gz</c>.</summary>
/// <param name="Person">Who asked.</param>
/// <param name="Question">
/// The address below <c>/api/v1</c>, such as <c>reports/execution?asOf=...</c>. A list has no query and its answer is all pages in one.
/// <c>POST ...</c> was sent again with its key. <c>token</c> and <c>verify</c> are no addresses.
/// </param>
/// <param name="Key">The idempotency key of what was sent.</param>
/// <param name="Body">What was sent.</param>
internal sealed partial record RecordedAnswer(Guid Person, string Question, string? Key, string? Body, JsonElement Answer)
{
    private static readonly Lazy<IReadOnlyList<RecordedAnswer>> Record = new(Read);

    public static IReadOnlyList<RecordedAnswer> All => Record.Value;

    /// <summary>The differences between this answer and a new one to the same question.</summary>
    public IReadOnlyList<string> Against(JsonElement now) => RecordedAnswers.Differences(Question, Worded(Answer), Worded(now));

    // Since version 0.1 a percent is written one way, with a space and half a percent rounded up, and what there is too little of says how much there is. A drift
    // of a quarter of a percent is no longer told as one of nothing.
    private static JsonElement Worded(JsonElement answer) => JsonElement.Parse(HowMuch().Replace(answer.GetRawText(), "")
        .Replace(" %", "%", StringComparison.Ordinal)
        .Replace("adherence 62% ->", "adherence 63% ->", StringComparison.Ordinal)
        .Replace("a drift of 0%.", "a drift of -0.26%.", StringComparison.Ordinal)
        .Replace("12% of 16 runs failed", "13% of 16 runs failed", StringComparison.Ordinal));

    [GeneratedRegex("; there (is|are) [0-9]+")]
    private static partial Regex HowMuch();

    private static List<RecordedAnswer> Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "journal-0.1.record.json.br"));
        using var text = new BrotliStream(file, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<RecordedAnswer>>(text, JsonSerializerOptions.Web)!;
    }
}
