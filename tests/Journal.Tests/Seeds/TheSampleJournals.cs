using Journal.Entries;
using Journal.Seeds.Consultant;
using Journal.Seeds.Founder;

namespace Journal.Tests.Seeds;

public sealed class TheSampleJournals
{
    public static TheoryData<string> Names { get; } = ["consultant", "founder"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_what_the_generator_writes_byte_for_byte(string name) =>
        Assert.True(Generated(name).AsSpan().SequenceEqual(Of(name).Bytes), $"dotnet run seeds/make.cs gives another {name}.ndjson.");

    [Theory]
    [MemberData(nameof(Names))]
    public void Break_no_rule_of_their_own_format(string name) => Assert.Empty(Of(name).Refusals());

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_their_person(string name) => Assert.Equal(name, Of(name).Header?.Handle);

    [Theory]
    [MemberData(nameof(Names))]
    public void Stand_in_the_order_they_were_recorded(string name) =>
        Assert.Equal(Of(name).Lines.OrderBy(line => line.RecordedAt).Select(line => line.Id), Of(name).Lines.Select(line => line.Id));

    [Theory]
    [MemberData(nameof(Names))]
    public void Were_recorded_before_november_2026_and_never_before_they_happened(string name) =>
        Assert.All(Of(name).Lines, line => Assert.InRange(line.RecordedAt, line.Data.OccurredAt, new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Hold_entries_that_came_in_days_late(string name) =>
        Assert.InRange(Of(name).Lines.Count(line => line.RecordedAt - line.Data.OccurredAt > TimeSpan.FromDays(1)), 20, 200);

    [Theory]
    [MemberData(nameof(Names))]
    public void Say_hardly_anything_twice(string name)
    {
        var texts = Of(name).Lines.Select(line => line.Data).OfType<JournalEntryWritten>().Select(entry => entry.Text).ToList();
        Assert.InRange(texts.Distinct().Count(), texts.Count * 9 / 10, texts.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_small(string name) => Assert.InRange(Of(name).Bytes.Length, 100_000, 600_000);

    private static SeedFile Of(string name) => name == "founder" ? SeedFile.Founder : SeedFile.Consultant;

    private static byte[] Generated(string name) => (name == "founder" ? FounderSeed.Make() : ConsultantSeed.Make()).Write();
}
