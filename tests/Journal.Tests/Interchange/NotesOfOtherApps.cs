namespace Journal.Tests.Interchange;

public sealed class NotesOfOtherApps : IDisposable
{
    private readonly PlannedJournal journal = new();

    [Fact]
    public void Of_Memos_keep_their_tags_and_both_of_its_times()
    {
        const string file = """{"memos":[{"name":"memos/1","uid":"abc","createTime":"2026-03-02T08:00:00Z","updateTime":"2026-03-05T08:00:00Z","content":"Bought #bread and #jam","visibility":"PRIVATE","tags":["bread"]},{"id":7,"createdTs":1772438400,"content":"Old one #old","visibility":"PRIVATE"}]}""";
        Assert.Equal(("memos", 2), journal.Import(file) is var summary ? (summary.Format, summary.Created) : default);
        Assert.Equal([("Bought #bread and #jam", "bread"), ("Old one #old", "old")], journal.Entries.OrderBy(entry => entry.Text).Select(entry => (entry.Text, string.Join(',', entry.Tags!))));
        journal.Import(file.Replace("Bought", "Ate", StringComparison.Ordinal));
        Assert.Equal("2026-03-05T08:00:00.0000000+00:00", journal.Events[^1].OccurredAt.ToString("O"));
        Assert.Equal((0, 0), journal.Import(file.Replace("Bought", "Ate", StringComparison.Ordinal)) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public void Of_Nomie_are_ratings_where_a_tracker_has_a_range_and_entries_where_something_is_said()
    {
        const string file = """
            {"nomie":{"number":"5.6.0"},
             "trackers":{"mood":{"tag":"mood","label":"Mood","type":"range","min":"1","max":"10"},"coffee":{"tag":"coffee","label":"Coffee","type":"tick"}},
             "events":[{"_id":"e1","note":"#mood(7)","end":1772438400000},{"_id":"e2","note":"Long talk with @anna #coffee #mood(12)","end":1772442000000},{"_id":"e3","note":"x"}]}
            """;
        var summary = journal.Import(file);
        Assert.Equal(("nomie", 2, 1), (summary.Format, summary.Created, summary.Skipped));
        Assert.Equal(("Mood", 7.0, 1.0, 10.0), Assert.Single(journal.States).Ratings![0] is var mood ? (mood.Name, mood.Value, mood.Lowest, mood.Highest) : default);
        var entry = Assert.Single(journal.Entries);
        Assert.Equal(["coffee", "mood", "@anna"], entry.Tags);
        Assert.Equal((0, 0), journal.Import(file) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public void Of_Journiv_keep_moods_by_their_score_and_zones()
    {
        const string file = """
            {"export_version":"1.5","export_date":"2026-04-01T00:00:00Z","app_version":"1","user_email":"a@example.org","journals":[],
             "mood_definitions":[{"name":"calm","category":"positive","score":4}],
             "moments":[{"external_id":"m1","logged_at_utc":"2026-03-02T23:30:00Z","logged_date_tz":"2026-03-03","logged_timezone":"Europe/Berlin","note":"Late","tags":["night"],"primary_mood_name":"calm",
               "mood_activity":[{"activity_name":"reading"}],"media":[{"file_path":"x"}],"entry":{"title":"A title","content_plain_text":"Some words"},"updated_at":"2026-03-04T00:00:00Z"},
              {"external_id":"m2","logged_at_utc":"2026-03-05T10:00:00Z","logged_timezone":"UTC","primary_mood_name":"calm"}]}
            """;
        var summary = journal.Import(PlannedJournal.Zip(("data.json", file), ("media/x.jpg", "x")));
        Assert.Equal(("journiv", 3, 1), (summary.Format, summary.Created, summary.Warnings["media.left"]));
        var entry = Assert.Single(journal.Entries);
        Assert.Equal(("A title\n\nSome words\n\nLate", "2026-03-03T00:30:00.0000000+01:00"), (entry.Text, entry.OccurredAt.ToString("O")));
        Assert.Equal(["night", "reading"], entry.Tags);
        Assert.Equal([(4.0, "calm"), (4.0, "calm")], journal.States.Select(state => (state.Ratings![0].Value, state.Ratings[0].Word!)));
        Assert.Equal((0, 0), journal.Import(file) is var same ? (same.Created, same.Changed) : default);
    }

    public void Dispose() => journal.Dispose();
}
